package io.github.kubeadmwizard.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.yaml.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FileProblemsTest {
  private static final String HOSTS =
      "hosts: [{name: n1, address: 10.88.0.11, roles: [control-plane]}]\n";

  private final ClusterFile files = ClusterFile.ofThisProgram();

  private List<FileProblem> problems(String text) {
    return files.read("cluster.yaml", text) instanceof ClusterFileResult.Refused refused
        ? refused.problems()
        : List.of();
  }

  static Stream<Arguments> oneMistake() {
    return Stream.of(
        // where, what, and what was meant
        top("podCIDR: 10.0.0.0/16", 1, "podCIDR", "draft.unknownKey", ""),
        top("netwrok: {}", 1, "netwrok", "draft.unknownKey", "network"),
        top("kubernetes: 1.36", 13, "kubernetes", "draft.wrongType", "\"1.36\""),
        top("kubernetes: \"1.30\"", 13, "kubernetes", "draft.impossible", ""),
        top("apiVersion: v1", 13, "apiVersion", "draft.impossible", "kubeadm-wizard/v1"),
        top("name: Home_Lab", 7, "name", "draft.impossible", "home-lab"),
        top(
            "network: {podCIDR: 10.244.3.0/16}",
            20,
            "network.podCIDR",
            "draft.impossible",
            "10.244.0.0/16"),
        top("network: {podCIDR: 10.244.0.0}", 20, "network.podCIDR", "draft.impossible", ""),
        top(
            "network: {pod_cidr: 10.244.0.0/16}",
            11,
            "network.pod_cidr",
            "draft.unknownKey",
            "podCIDR"),
        top(
            "network: {podCIDR: \"10.244.0.0/16,10.245.0.0/16\"}",
            20,
            "network.podCIDR",
            "cluster.sameFamily.what",
            ""),
        top(
            "network: {podCIDR: 10.88.0.0/16}",
            20,
            "network.podCIDR",
            "cluster.hostInside.what",
            ""),
        top("network: {podCIDR: 10.244.0.0/25}", 20, "network.podCIDR", "cluster.podRoom.what", ""),
        top(
            "network: {serviceCIDR: 10.244.0.0/20}",
            24,
            "network.serviceCIDR",
            "cluster.overlap.what",
            ""),
        top(
            "network: {serviceCIDR: 10.0.0.0/10}",
            24,
            "network.serviceCIDR",
            "cluster.serviceRoom.what",
            ""),
        top(
            "network: {serviceCIDR: fd00::/112}",
            24,
            "network.serviceCIDR",
            "cluster.families.what",
            ""),
        top(
            "network: {highAvailability: {mode: kubevip}}",
            36,
            "network.highAvailability.mode",
            "draft.impossible",
            "kube-vip"),
        top(
            "network: {highAvailability: {mode: kube-vip}}",
            29,
            "network.highAvailability.virtualIP",
            "cluster.virtualIPMissing.what",
            ""),
        top(
            "network: {highAvailability: {mode: external}}",
            10,
            "network.endpoint",
            "cluster.endpointMissing.what",
            ""),
        top(
            "network: {kubeProxy: iptabels}",
            22,
            "network.kubeProxy",
            "draft.impossible",
            "iptables"),
        top("network: {endpoint: \"k8s:99999\"}", 21, "network.endpoint", "draft.impossible", ""),
        top("packages: {mirror: alyun}", 20, "packages.mirror", "draft.impossible", "aliyun"),
        top("packages: {mirror: daocloud}", 20, "packages.mirror", "draft.impossible", ""),
        top("images: {mirror: DaoCould}", 18, "images.mirror", "draft.impossible", "daocloud"),
        top("images: {mirror: tuna}", 18, "images.mirror", "draft.impossible", ""),
        top("cni: {name: flanel}", 13, "cni.name", "draft.impossible", "flannel"),
        top("cni: {backend: vxlna}", 16, "cni.backend", "cluster.cniBackend.what", "vxlan"),
        top("cni: {ifaec: eth0}", 14, "cni.ifaec", "cluster.cniOption.what", ""),
        top("cni: {backend: host-gw, mtu: 1400}", 30, "cni.mtu", "cluster.flannelMtu.what", ""),
        top(
            "cni: {name: flannel, manifest: a.yaml}",
            32,
            "cni.manifest",
            "cluster.cniManifest.what",
            ""),
        top("cni: {directRouting: maybe}", 22, "cni.directRouting", "cluster.cniSwitch.what", ""),
        top("cni: {name: calico, backend: bgp}", 30, "cni.backend", "cluster.cniBackend.what", ""),
        top(
            "cni: {name: calico, backend: none, crossSubnet: true}",
            49,
            "cni.crossSubnet",
            "cluster.calicoCross.what",
            ""),
        top(
            "cni: {name: calico, autodetection: first}",
            36,
            "cni.autodetection",
            "cluster.cniSwitch.what",
            ""),
        top(
            "cni: {name: calico, interface: eth0, autodetection: first-found}",
            53,
            "cni.autodetection",
            "cluster.calicoDetection.what",
            ""),
        top(
            "cni: {name: calico, interface: 10.88.0.11}",
            32,
            "cni.interface",
            "cluster.calicoCard.what",
            ""),
        top("cni: {name: calico, install: helm}", 30, "cni.install", "cluster.cniSwitch.what", ""),
        top("cni: {name: canal, backend: vxlan}", 29, "cni.backend", "cluster.cniOption.what", ""),
        top(
            "cni: {name: weave, interface: eth0}",
            31,
            "cni.interface",
            "cluster.cniOption.what",
            ""),
        top(
            "cni: {name: weave, imageRegistry: a b}",
            35,
            "cni.imageRegistry",
            "cluster.cniSwitch.what",
            ""),
        top("cni: {name: cilium}", 6, "cni.manifest", "cluster.ciliumManifest.what", ""),
        top("cni: {name: manifest}", 6, "cni.manifest", "cluster.cniManifest.what", ""),
        top("checks: {override: [all]}", 21, "checks.override[0]", "draft.impossible", ""),
        top("checks: {override: NumCPU}", 20, "checks.override", "draft.wrongType", ""),
        top(
            "addons: {metrics-server: {}}",
            10,
            "addons.metrics-server",
            "draft.unknownKey",
            "metricsServer"),
        top("addons: {metricsServer: }", 24, "addons.metricsServer", "draft.wrongType", "{}"),
        top(
            "addons: {rook: {disks: {n1: [sdb]}}}",
            30,
            "addons.rook.disks.n1[0]",
            "draft.impossible",
            ""),
        top(
            "addons: {rook: {disks: {n1: [/dev/disk/by-id/../sda]}}}",
            30,
            "addons.rook.disks.n1[0]",
            "draft.impossible",
            ""),
        top(
            "addons: {rook: {disks: {n1: /dev/sdb}}}",
            29,
            "addons.rook.disks.n1",
            "draft.wrongType",
            ""),
        top(
            "addons: {rook: {disks: {n1: [/dev/sdb]}, useAllDevices: true}}",
            42,
            "addons.rook.useAllDevices",
            "draft.unknownKey",
            ""),
        top(
            "addons: {rook: {disks: {n2: [/dev/sdb]}}}",
            25,
            "addons.rook.disks.n2",
            "cluster.noSuchHost.what",
            "n1"),
        top(
            "addons: {rook: {disks: {n1: [/dev/sdb, /dev/sdb]}}}",
            40,
            "addons.rook.disks.n1[1]",
            "cluster.rook.twice",
            ""),
        top(
            "addons: {rook: {disks: {n1: [/dev/sdb]}, replicas: 2}}",
            52,
            "addons.rook.replicas",
            "cluster.rook.copies",
            ""),
        top("prepare: {selinux: off}", 20, "prepare.selinux", "draft.wrongType", ""),
        top(
            "prepare: {kubectlCompletion: yes}",
            30,
            "prepare.kubectlCompletion",
            "draft.wrongType",
            "true"),
        top(
            "prepare: {bindAddress: {n2: {interface: eth0, address: 203.0.113.7/32}}}",
            25,
            "prepare.bindAddress.n2",
            "cluster.noSuchHost.what",
            "n1"),
        top(
            "prepare: {bindAddress: {n1: {interface: eth0, address: 203.0.113.7}}}",
            56,
            "prepare.bindAddress.n1.address",
            "draft.impossible",
            ""),
        top("proxy: {http: \"http://me:pw@proxy:3128\"}", 15, "proxy.http", "draft.secret", ""),
        top("proxy: {http: proxy}", 15, "proxy.http", "draft.impossible", ""),
        top(
            "images: {mirrors: {http://x: \"http://y\"}}",
            20,
            "images.mirrors.http://x",
            "draft.impossible",
            ""),
        top("kubeadm: {initConfig: {}}", 11, "kubeadm.initConfig", "draft.unknownKey", ""),
        top(
            "kubeadm: {initConfiguration: {bootstrapTokens: [{token: a}]}}",
            50,
            "kubeadm.initConfiguration.bootstrapTokens[0].token",
            "draft.secret",
            ""),
        top(
            "kubeadm: {initConfiguration: {nodeRegistration: {taints: }}}",
            57,
            "kubeadm.initConfiguration.nodeRegistration.taints",
            "draft.wrongType",
            ""),
        top(
            "ssh: {bastion: {address: g, user: u, passphrase: x}}",
            38,
            "ssh.bastion.passphrase",
            "draft.secret",
            ""),
        top("ssh: {parallel: 0}", 17, "ssh.parallel", "draft.impossible", ""),
        top("runtime: {name: cri-o, from: binary}", 30, "runtime.from", "draft.impossible", ""),
        top("runtime: [containerd]", 10, "runtime", "draft.wrongType", ""));
  }

  private static Arguments top(String line, int column, String path, String what, String meant) {
    return Arguments.of(HOSTS + line + "\n", 2, column, path, what, meant);
  }

  static Stream<Arguments> oneMistakeInAHost() {
    return Stream.of(
        host("port: 70000", 11, "port", "draft.impossible", ""),
        host("port: \"22\"", 11, "port", "draft.wrongType", ""),
        host("adress: 10.0.0.1", 5, "adress", "draft.unknownKey", "address"),
        host("password: hunter2", 5, "password", "draft.secret", ""),
        host(
            "key: |\n      -----BEGIN OPENSSH PRIVATE KEY-----\n      abc",
            10,
            "key",
            "draft.secret",
            ""),
        host("labels: {\"disk type\": ssd}", 14, "labels.disk type", "draft.impossible", ""),
        host("labels: {disk: true}", 20, "labels.disk", "draft.wrongType", "\"true\""),
        host("taints: [\"a=b:NoScheduel\"]", 14, "taints[0]", "draft.impossible", "a=b:NoSchedule"),
        host("nodeIP: 10.0.0.300", 13, "nodeIP", "draft.impossible", ""),
        host(
            "advertiseAddress: 10.0.0.1",
            23,
            "advertiseAddress",
            "cluster.advertiseAddress.what",
            ""),
        host("setHostname: true", 18, "setHostname", "cluster.setHostname.what", ""),
        host("name: n1", 11, "name", "cluster.twice.what", ""),
        host("user: \"a b\"", 11, "user", "draft.impossible", ""));
  }

  private static Arguments host(String line, int column, String key, String what, String meant) {
    return Arguments.of(
        """
        hosts:
          - name: n1
            address: 10.88.0.11
            roles: [control-plane]
          - address: 10.88.0.12
            roles: [worker]
        """
            + "    "
            + line
            + "\n",
        7,
        column,
        "hosts[1]." + key,
        what,
        meant);
  }

  @ParameterizedTest(name = "{3}: {4}")
  @MethodSource({"oneMistake", "oneMistakeInAHost"})
  void pointsAtTheMistake(
      String text, int line, int column, String path, String what, String meant) {
    assertThat(problems(text)).hasSize(1);
    var problem = problems(text).getFirst();
    assertThat(
            new FileProblem(
                new Position(line, column),
                path,
                Message.of(what, problem.what().args().toArray()),
                problem.allowed(),
                Optional.of(meant).filter(m -> !m.isEmpty())))
        .isEqualTo(problem);
    assertThat(problem.toString()).doesNotContain("hunter2", "me:pw", "abc");
  }

  @Test
  void findsAllMistakesInOneGo() {
    var text =
        """
        nmae: x
        kubernetes: "1.20"
        hosts:
          - address: 10.88.0.11
            roles: [control-plan]
          - roles: []
            agent: maybe
          - 7
        """;
    assertThat(problems(text))
        .extracting(FileProblem::line, FileProblem::column, FileProblem::path, p -> p.what().key())
        .containsExactly(
            tuple(1, 1, "nmae", "draft.unknownKey"),
            tuple(2, 13, "kubernetes", "draft.impossible"),
            tuple(5, 13, "hosts[0].roles[0]", "draft.impossible"),
            tuple(6, 5, "hosts[1].address", "draft.missing"),
            tuple(6, 12, "hosts[1].roles", "draft.emptyList"),
            tuple(7, 12, "hosts[1].agent", "draft.wrongType"),
            tuple(8, 5, "hosts[2]", "draft.wrongType"));
  }

  @Test
  void aClusterWithoutControlPlaneIsRefused() {
    assertThat(problems("hosts: [{address: 10.88.0.11, roles: [worker]}]\n"))
        .containsExactly(
            new FileProblem(
                new Position(1, 8),
                "hosts",
                Message.of("cluster.noControlPlane.what"),
                Message.of("cluster.noControlPlane.allowed"),
                Optional.empty()));
  }

  @Test
  void keyAndAgentTogetherAreRefused() {
    assertThat(problems(HOSTS.replace("roles", "key: ~/k, agent: true, roles")))
        .extracting(FileProblem::path, p -> p.what().key())
        .containsExactly(tuple("hosts[0].agent", "cluster.keyAndAgent.what"));
  }

  @Test
  void whatIsNotYamlIsRefusedWithItsPlace() {
    assertThat(problems("hosts:\n\t- a\n"))
        .containsExactly(
            new FileProblem(
                new Position(2, 1),
                "",
                Message.of("yaml.tab"),
                Message.of("draft.allowed.yaml"),
                Optional.empty()));
    assertThat(problems("")).extracting(p -> p.what().key()).containsExactly("yaml.empty");
    assertThat(problems("[a]")).extracting(p -> p.what().key()).containsExactly("draft.noCluster");
    assertThat(files.read(Path.of("no", "such.yaml")))
        .isInstanceOfSatisfying(
            ClusterFileResult.Refused.class,
            r -> assertThat(r.problems().getFirst().what()).isEqualTo(Message.of("draft.noFile")));
  }

  @Test
  void aMistakeReadsAsASentence() {
    var problem = problems(HOSTS + "cni: {name: flanel}\n").getFirst();
    assertThat(new Words(Locale.ENGLISH).say(problem.message("cluster.yaml")))
        .isEqualTo(
            "cluster.yaml, line 2, column 13, cni.name: \"flanel\" is not possible here. Possible:"
                + " one of these: flannel, calico, canal, cilium, weave, none, manifest. Meant is"
                + " perhaps: flannel");
  }

  @Test
  void aMistakeInTheTextItselfNamesNoKey() {
    assertThat(new Words(Locale.ENGLISH).say(problems("").getFirst().message("cluster.yaml")))
        .startsWith("cluster.yaml, line 1, column 1: The file is empty. Possible: ");
  }

  @Test
  void whateverTheTextReadingGivesAnAnswer() throws IOException {
    var example = Files.readString(Path.of("docs", "cluster.example.yaml"));
    var dice = new Random(3);
    for (int i = 0; i < 500; i++) {
      var text = new StringBuilder(example);
      for (int slip = dice.nextInt(4); slip >= 0; slip--) {
        int at = dice.nextInt(text.length());
        int end = Math.min(text.length(), at + dice.nextInt(12));
        text.replace(
            at, end, List.of("", "{", "]", ": ", "\n", "- ", "0", "~", "a").get(dice.nextInt(9)));
      }
      assertThat(files.read("cluster.yaml", text.toString())).as("%s", text).isNotNull();
    }
  }
}
