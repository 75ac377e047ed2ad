package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cli.CommandLineApp;
import io.github.kubeadmwizard.cli.Said;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.practice.PracticeCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --practice} from the command line to the machines. */
final class PracticeCommandTest {
  private static final String MARK =
      "Practice machines: everything below is simulated, nothing real is changed.\n";

  @TempDir Path home;
  private final Said said = new Said();
  private UserDirectories directories;

  @BeforeEach
  void begin() {
    directories = UserDirectories.of(Map.of("HOME", home.toString()), "Linux", home);
  }

  private int run(String... args) {
    return run(Locale.ENGLISH, args);
  }

  private int run(Locale language, String... args) {
    var tools = new PracticeTools(directories).ofNewMachines();
    return said.by(new CommandLineApp(tools, "1", language), "", args);
  }

  private String out() {
    return said.out();
  }

  private String err() {
    return said.err();
  }

  @Test
  void checkShowsTheTroublesOfAllSix() {
    assertThat(run("check", "--practice")).isEqualTo(3);
    assertThat(out())
        .startsWith(MARK + "p4\n")
        .contains("(Port-10250)", "(Mem)", "(ClockSkew)")
        .endsWith("3 warnings, 0 overridden, 2 blocking\n");
    assertThat(err()).contains("Connecting 6 hosts");
  }

  @Test
  void checkTellsProgramsAlsoOfTheSwapAndTheFirewall() {
    assertThat(run("check", "--practice", "--json")).isEqualTo(3);
    assertThat(out())
        .startsWith("{")
        .contains("\"key\":\"Swap\",\"host\":\"p2\",\"result\":\"set-by-install\"")
        .contains("\"key\":\"Firewall\",\"host\":\"p3\",\"result\":\"set-by-install\"");
    assertThat(err()).startsWith(MARK);
  }

  @Test
  void installNamesTheCauseOfAFailureAndTheMendThatTheWizardOffers() throws IOException {
    String file =
        cluster(
            """
              - {name: p5, address: 192.0.2.15, user: ops, roles: [worker]}
            checks: {override: [ClockSkew]}
            """);
    assertThat(run("install", "--practice", "--yes", file)).isEqualTo(1);
    assertThat(err())
        .contains("p5, join-workers: \"Clocks are in step\" is not met: 11 min behind")
        .contains("Why: kubeadm join failed in its phase \"preflight\". Certificates made on")
        .contains("It can be mended by: Start a time service (mend-time-sync.sh)");
  }

  @Test
  void installEndsReadyAndTheLogIsFoundAmongThePracticeRunsOnly() {
    assertThat(run("install", "--practice", "--yes")).isZero();
    assertThat(out())
        .startsWith(MARK)
        .contains("run kubeadm join on p6 … changed")
        .contains("0 skipped, 0 failed.\n");
    assertThat(err())
        .contains("Left out, since the installation alone cannot put them right: p4.")
        .contains("The practice machines are gone now.");
    assertThat(directories.state().resolve("runs")).doesNotExist();
    assertThat(directories.state().resolve("practice/runs/practice")).isDirectory();
    assertThat(run("logs", "--practice")).isZero();
    assertThat(out()).startsWith(MARK).contains("This node has joined the cluster:");
    assertThat(run("logs")).isEqualTo(2);
    assertThat(out()).isEmpty();
  }

  @Test
  void everyInstallationBeginsWithFreshMachines() {
    assertThat(run("install", "--practice", "--yes")).isZero();
    assertThat(run("install", "--practice", "--yes")).isZero();
    assertThat(out()).contains("run kubeadm init on p1 … changed");
  }

  @Test
  void whatWasInstalledAnswersLaterCommands() {
    assertThat(run("status", "--practice")).isEqualTo(1);
    assertThat(err()).contains("No practice cluster of this name was installed");
    assertThat(run("install", "--practice", "--yes")).isZero();
    assertThat(run("status", "--practice")).isZero();
    assertThat(out()).contains("p6    Ready", "admin.conf");
    assertThat(run("kubeconfig", "--practice")).isZero();
    assertThat(out()).contains("https://192.0.2.11:6443");
  }

  @Test
  void theSmokeTestPassesOnWhatWasInstalled() {
    assertThat(run("install", "--practice", "--yes")).isZero();
    assertThat(run("smoke-test", "--practice")).isZero();
    assertThat(out())
        .contains("pod p1", "NODEPORT")
        .contains("take everything of the test away … changed")
        .endsWith("everything of the test is gone.\n");
  }

  @Test
  void theNetworkOfWhatWasInstalledIsSwitchedOnlyByItsOwnCommand() throws IOException {
    String usual = cluster("");
    assertThat(run("install", "--practice", "--yes", usual)).isZero();
    assertThat(run("switch-cni", "--practice", "--yes", usual)).isZero();
    assertThat(err()).contains("The cluster runs Flannel vxlan on every node, as its file says.");
    String changed = cluster("cni: {name: flannel, backend: host-gw}\n");
    assertThat(run("switch-cni", "--practice", "--yes", changed)).isZero();
    assertThat(err())
        .contains("Flannel runs vxlan on this cluster and will run host-gw.")
        .contains("Pods in the pod network: 2 (kube-system 2).");
    assertThat(out())
        .contains("p2 switch-nodes: make Flannel's pod on p2 anew")
        .contains("p2 switch-links: take away the links in which packets were carried before");
    assertThat(run("switch-cni", "--practice", cluster("cni: {name: none}\n"))).isEqualTo(1);
    assertThat(err()).contains("The cluster file says cni: none.");
  }

  @Test
  void onePluginTakesAnothersPlaceAndTheInterruptionIsSaidBeforehand() throws IOException {
    assertThat(run("install", "--practice", "--yes", cluster(""))).isZero();
    String canal = cluster("cni: {name: canal}\n");
    assertThat(run("switch-cni", "--practice", canal)).isEqualTo(2);
    assertThat(err())
        .contains("Flannel (kube-flannel/kube-flannel-ds) runs on this cluster and will leave it")
        .contains("the pod network of the whole cluster is interrupted")
        .contains("gets another address: 2 (kube-system 2)");
    assertThat(run("switch-cni", "--practice", "--yes", canal)).isZero();
    assertThat(out())
        .contains("p1 plugin-remove: delete the old DaemonSets, then all else of it")
        .contains("p2 plugin-pods: delete pods with an address of the old network");
  }

  @Test
  void calicosOperatorTakesAnothersPlace() throws IOException {
    assertThat(run("install", "--practice", "--yes", cluster(""))).isZero();
    String operator = cluster("cni: {name: calico, install: operator}\n");
    assertThat(run("switch-cni", "--practice", "--yes", operator)).isZero();
    assertThat(err()).contains("Calico (operator) takes its place");
  }

  /**
   * A file with the first two machines.
   *
   * @param more what comes after them
   */
  private String cluster(String more) throws IOException {
    Path file = home.resolve("practice.yaml");
    Files.writeString(
        file,
        """
        apiVersion: kubeadm-wizard/v1
        kind: Cluster
        name: practice
        kubernetes: "1.36"
        hosts:
          - {name: p1, address: 192.0.2.11, user: ops, roles: [control-plane]}
          - {name: p2, address: 192.0.2.12, user: ops, roles: [worker]}
        """
            + more);
    return file.toString();
  }

  @Test
  void scalingIsProvenWhereTheLoadOfPodsIsMeasured() throws IOException {
    var version = KubernetesVersion.parse("1.36");
    Path file = home.resolve("cluster.yaml");
    var plain = PracticeCluster.installable(version);
    Files.writeString(file, ClusterFile.ofThisProgram().write(plain));
    assertThat(run("install", "--practice", "--yes", file.toString())).isZero();
    assertThat(run("smoke-test", "--practice", "--scaling", file.toString())).isEqualTo(1);
    assertThat(out()).contains("Nobody on the cluster measures the load of pods.");
    var measured = plain.with(plain.addons().with(AddonSpec.MetricsServer.DEFAULT));
    Files.writeString(file, ClusterFile.ofThisProgram().write(measured));
    assertThat(run("install", "--practice", "--yes", file.toString())).isZero();
    assertThat(run("smoke-test", "--practice", "--scaling", file.toString())).isZero();
    assertThat(out()).contains("Scaling works: a busy pod got a second one after 47 s");
  }

  @Test
  void taintsOfWhatWasInstalledAreShownAndChanged() {
    assertThat(run("install", "--practice", "--yes")).isZero();
    assertThat(run("taints", "--practice")).isZero();
    assertThat(out())
        .contains("p1\n  node-role.kubernetes.io/control-plane:NoSchedule\n")
        .contains("kubeadm gave it to p1")
        .contains("p2: no taints");
    assertThat(run("taints", "--practice", "--node", "p2", "--add", "dedicated=batch:NoSchedule"))
        .isZero();
    assertThat(out()).contains("p2: add the taint dedicated=batch:NoSchedule … changed");
    assertThat(run("taints", "--practice", "--pods-on-control-planes", "yes")).isZero();
    assertThat(out()).contains("remove the taint node-role.kubernetes.io/control-plane");
    String pressure = "node.kubernetes.io/disk-pressure:NoSchedule";
    assertThat(run("taints", "--practice", "--node", "p2", "--add", pressure)).isEqualTo(1);
    assertThat(err())
        .contains("set and removed by the control plane itself", "p2 is short of disk");
    assertThat(run("taints", "--practice", "--node", "p9", "--add", "a=b:NoSchedule")).isEqualTo(2);
    assertThat(err()).contains("The cluster has no node p9.");
    assertThat(run("cordon", "--practice", "--node", "p2")).isZero();
    assertThat(out()).contains("p2: place no new pods there … changed");
  }

  @Test
  void planAndExportWorkWithoutAFile() {
    assertThat(run("plan", "--practice")).isZero();
    assertThat(out()).startsWith(MARK).contains("run kubeadm join on p5");
    Path to = home.resolve("export");
    assertThat(run("export", "--practice", "--out", to.toString())).isZero();
    assertThat(to.resolve("kubeadm.yaml")).content().contains("kubernetesVersion: v1.36.4");
  }

  @Test
  void aMirrorIsNamedAndItIsSaidWhatComesFromIt() throws IOException {
    Path file = home.resolve("mirrored.yaml");
    Files.writeString(
        file,
        """
        kubernetes: "1.36.4"
        hosts: [{name: a, address: 10.0.0.1, user: root, roles: [control-plane, worker]}]
        packages: {mirror: aliyun}
        images: {mirror: aliyun}
        """);
    assertThat(run("check", "--practice", file.toString())).isZero();
    assertThat(err())
        .contains("Packages: from Aliyun: Kubernetes (https://mirrors.aliyun.com/kubernetes-new")
        .contains("google_containers); from upstream all the same: ghcr.io.");
    assertThat(run("plan", "--practice", "--verbose", file.toString())).isZero();
    assertThat(err()).contains("Images: from Aliyun: kubeadm (registry.aliyuncs.com/google_");
    assertThat(out())
        .contains("https://mirrors.aliyun.com/kubernetes-new/core/stable/v1.36/")
        .contains("registry.aliyuncs.com/google_containers")
        .doesNotContain("pkgs.k8s.io");
    assertThat(run(Locale.SIMPLIFIED_CHINESE, "check", "--practice", file.toString())).isZero();
    assertThat(err()).contains("软件包：来自“阿里云”：Kubernetes (https://mirrors.aliyun.com");
    Files.writeString(
        file,
        Files.readString(file).replace("images: {mirror: aliyun}", "images: {mirror: alyun}"));
    assertThat(run("check", "--practice", file.toString())).isEqualTo(2);
    assertThat(err())
        .contains("mirrored.yaml, line 4, column 18", "aliyun, daocloud", "perhaps: aliyun");
  }

  @Test
  void aClusterFileIsTriedOnFitMachines() throws IOException {
    Path file = home.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        apiVersion: kubeadm-wizard/v1
        kind: Cluster
        name: mine
        kubernetes: "1.37"
        hosts:
          - {name: a, address: 10.0.0.1, user: root, roles: [control-plane]}
          - {name: b, address: b.example.org, user: ops, roles: [worker]}
        """);
    assertThat(run("install", "--practice", "--yes", file.toString())).isZero();
    assertThat(out()).contains("run kubeadm join on b … changed");
    assertThat(directories.state().resolve("practice/runs/mine")).isDirectory();
    assertThat(err()).doesNotContain("Left out");
  }

  @Test
  void saysSoInChineseToo() {
    assertThat(run(Locale.SIMPLIFIED_CHINESE, "plan", "--practice")).isZero();
    assertThat(out()).startsWith("练习机器：");
  }
}
