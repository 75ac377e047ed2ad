package io.github.kubeadmwizard.wizard.step.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Mirror;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.cluster.ProxySpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import io.github.kubeadmwizard.wizard.step.network.NetworkModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RuntimeModelTest {
  private final Choices choices = new Choices(2).read();
  private final RuntimeModel model = new RuntimeModel(choices.basis());

  private StepState.Kind kind() {
    return model.state().get().kind();
  }

  @Test
  void offersTheMinorsNewestFirstAndTakesAPatch() {
    assertThat(model.minors()).containsExactly("1.37", "1.36", "1.35");
    model.version().text().set("1.37.1");
    assertThat(choices.spec().kubernetes()).isEqualTo(KubernetesVersion.parse("1.37.1"));
    assertThat(model.state().get().shortly())
        .isEqualTo(Message.of("choices.runtime.shortly", "1.37.1", "containerd"));
  }

  @Test
  void refusesAMinorThatThisProgramDoesNotInstall() {
    model.version().text().set("1.20");
    assertThat(kind()).isEqualTo(StepState.Kind.BLOCKED);
    assertThat(choices.spec().kubernetes()).isEqualTo(KubernetesVersion.parse("1.36"));
  }

  @Test
  void aRuntimeBringsThePlacesThatItCanComeFrom() {
    model.takeFrom(RuntimeSpec.Source.BINARIES);
    model.choose(RuntimeSpec.Name.CRI_O);
    assertThat(model.chosen().from()).isEqualTo(RuntimeSpec.Source.CRI_O_REPOSITORY);
    model.choose(RuntimeSpec.Name.DOCKER);
    assertThat(model.chosen().from()).isEqualTo(RuntimeSpec.Source.DOCKER_REPOSITORY);
    model.choose(RuntimeSpec.Name.MIRANTIS);
    assertThat(model.chosen().criSocket()).isEqualTo("unix:///run/cri-dockerd.sock");
    assertThat(kind()).isNotEqualTo(StepState.Kind.BLOCKED);
  }

  @Test
  void theOfficialPlacesForgetNothingThatWasTyped() {
    model.packages().place().set(new Place.Own());
    model.packages().kubernetes().text().set("http://10.0.0.1/kubernetes");
    assertThat(choices.spec().packages().kubernetes()).contains("http://10.0.0.1/kubernetes");
    model.packages().bundle().text().set("/srv/offline");
    assertThat(choices.spec().packages().bundle()).contains("/srv/offline");
    model.packages().place().set(new Place.Official());
    assertThat(choices.spec().packages()).isEqualTo(PackagesSpec.DEFAULT);
    model.packages().place().set(new Place.Own());
    assertThat(choices.spec().packages().kubernetes()).contains("http://10.0.0.1/kubernetes");
  }

  @Test
  void anAddressThatIsNoneBlocksOnlyWhileItCounts() {
    model.packages().place().set(new Place.Own());
    model.packages().docker().text().set("10.0.0.1");
    assertThat(kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.packages().place().set(new Place.Official());
    assertThat(kind()).isEqualTo(StepState.Kind.SUGGESTED);
  }

  @Test
  void mirrorsAreTakenLineByLineAndAHalfOneBlocks() {
    var line = model.mirrors().add();
    line.name().set("docker.io");
    assertThat(kind()).isEqualTo(StepState.Kind.BLOCKED);
    line.value().set("http://10.0.0.1:5000");
    assertThat(kind()).isEqualTo(StepState.Kind.SUGGESTED);
    var other = model.mirrors().add();
    other.value().set("http://10.0.0.2:5000");
    other.name().set("a.example.org");
    assertThat(choices.spec().images().mirrors())
        .isEqualTo(
            Map.of("docker.io", "http://10.0.0.1:5000", "a.example.org", "http://10.0.0.2:5000"));
    assertThat(model.mirrors().lines()).containsExactly(line, other);
  }

  private static Place named(List<Place> places, String id) {
    return places.stream()
        .filter(place -> place.named().filter(mirror -> mirror.id().equals(id)).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private void packagesFrom(String id) {
    model.packages().place().set(named(model.packages().places(), id));
  }

  private void imagesFrom(String id) {
    model.images().place().set(named(model.images().places(), id));
  }

  @Test
  void nothingIsChosenUntilSomebodyDoes() {
    assertThat(model.packages().place().get()).isEqualTo(new Place.Official());
    assertThat(model.images().place().get()).isEqualTo(new Place.Official());
    assertThat(choices.spec().packages()).isEqualTo(PackagesSpec.DEFAULT);
    assertThat(choices.spec().images()).isEqualTo(ImagesSpec.DEFAULT);
  }

  @Test
  void aMirrorIsChosenByItsNameAndTheDraftKeepsTheName() {
    packagesFrom("aliyun");
    imagesFrom("daocloud");
    assertThat(choices.spec().packages().mirror().map(Mirror::id)).contains("aliyun");
    assertThat(choices.spec().packages().own()).isEqualTo(PackagesSpec.Own.NONE);
    assertThat(choices.spec().images().mirror().map(Mirror::id)).contains("daocloud");
    assertThat(choices.spec().images().own()).isEqualTo(ImagesSpec.Own.NONE);
    assertThat(model.mirrors().named()).isZero();
    assertThat(model.packages().counts().get()).isFalse();
    var again = new RuntimeModel(choices.basis());
    assertThat(again.packages().place().get()).isEqualTo(model.packages().place().get());
    assertThat(again.images().place().get()).isEqualTo(model.images().place().get());
    model.packages().place().set(new Place.Official());
    model.images().place().set(new Place.Official());
    assertThat(choices.spec().packages()).isEqualTo(PackagesSpec.DEFAULT);
    assertThat(choices.spec().images()).isEqualTo(ImagesSpec.DEFAULT);
  }

  @Test
  void ownPackagePlacesBeginWithThoseOfTheMirror() {
    packagesFrom("aliyun");
    model.packages().place().set(new Place.Own());
    assertThat(model.packages().kubernetes().value())
        .isEqualTo("https://mirrors.aliyun.com/kubernetes-new/core/stable");
    assertThat(choices.spec().packages().mirror()).isEmpty();
    assertThat(choices.spec().packages().own().docker())
        .contains("https://mirrors.aliyun.com/docker-ce");
    model.packages().docker().text().set("http://10.0.0.9/docker");
    packagesFrom("tuna");
    assertThat(choices.spec().packages().own()).isEqualTo(PackagesSpec.Own.NONE);
    model.packages().place().set(new Place.Own());
    assertThat(choices.spec().packages().kubernetes())
        .contains("https://mirrors.tuna.tsinghua.edu.cn/kubernetes/core:/stable:");
    assertThat(choices.spec().packages().docker()).contains("http://10.0.0.9/docker"); // was typed
  }

  @Test
  void ownImagePlacesBeginWithThoseOfTheMirror() {
    imagesFrom("aliyun");
    assertThat(model.repository()).isEqualTo("registry.aliyuncs.com/google_containers");
    model.images().place().set(new Place.Own());
    assertThat(model.images().repository().value())
        .isEqualTo("registry.aliyuncs.com/google_containers");
    assertThat(choices.spec().images().own().repository())
        .contains("registry.aliyuncs.com/google_containers");
    imagesFrom("daocloud");
    assertThat(choices.spec().images().repository()).isEqualTo("registry.k8s.io");
    model.images().place().set(new Place.Own());
    assertThat(choices.spec().images().mirror()).isEmpty();
    assertThat(choices.spec().images().own().mirrors())
        .containsEntry("ghcr.io", "https://ghcr.m.daocloud.io");
    assertThat(model.mirrors().named()).isEqualTo(5);
    model.images().place().set(new Place.Official());
    assertThat(choices.spec().images()).isEqualTo(ImagesSpec.DEFAULT);
  }

  @Test
  void whatAFileSaysBesideAMirrorStaysAndShows() {
    var text =
        """
        hosts: [{name: n1, address: 10.0.0.1, roles: [control-plane]}]
        packages: {mirror: ustc, docker: "http://10.0.0.9/docker"}
        images: {mirror: daocloud, repository: r.lan/k8s, mirrors: {ghcr.io: "http://r.lan"}}
        """;
    var read = ClusterFile.ofThisProgram().open(text).spec();
    choices.basis().draft().change(spec -> spec.with(read.packages()).with(read.images()));
    var opened = new RuntimeModel(choices.basis());
    assertThat(opened.packages().counts().get()).isTrue();
    assertThat(opened.packages().kubernetes().value()).isEmpty();
    assertThat(opened.packages().docker().value()).isEqualTo("http://10.0.0.9/docker");
    assertThat(opened.images().counts().get()).isTrue();
    assertThat(opened.images().repository().value()).isEqualTo("r.lan/k8s");
    assertThat(opened.mirrors().named()).isEqualTo(1);
    opened.version().text().set("1.37");
    opened.images().repository().text().set("r.lan/other");
    assertThat(choices.spec().packages()).isEqualTo(read.packages());
    assertThat(choices.spec().images())
        .isEqualTo(read.images().withRepository(Optional.of("r.lan/other")));
  }

  @Test
  void aMirrorThatTheRuntimeCannotTakeBlocksInWords() {
    imagesFrom("daocloud");
    model.choose(RuntimeSpec.Name.DOCKER);
    assertThat(kind()).isEqualTo(StepState.Kind.BLOCKED);
    assertThat(model.images().wrong()).isPresent();
    imagesFrom("aliyun");
    assertThat(kind()).isNotEqualTo(StepState.Kind.BLOCKED);
  }

  @Test
  void saysWhatBecomesOfEachHost() {
    assertThat(model.fates())
        .containsExactly(
            Map.entry(
                "n1",
                new HostFate(
                    Message.of("choices.runtime.named", "containerd", "2.3.7"),
                    Message.of("choices.runtime.cgroup", "v2", "cgroupfs"),
                    Message.of("choices.runtime.keptDriver", "systemd"),
                    false)),
            Map.entry(
                "n2",
                new HostFate(
                    Message.of("choices.runtime.named", "Docker", "29.0.1"),
                    Message.of("choices.plain", "v1 + v2"),
                    Message.of("choices.runtime.installs", "containerd.io"),
                    false)));
    model.takeFrom(RuntimeSpec.Source.DISTRIBUTION);
    assertThat(model.fates().getFirst().getValue().becomes())
        .isEqualTo(Message.of("choices.runtime.replaced", "containerd"));
    choices.facts.clear();
    choices.factsRead();
    assertThat(model.fates().getFirst().getValue()).isEqualTo(HostFate.unread());
  }

  @Test
  void anAddressIsBoundOnAHostThatThereIs() {
    var line = model.preparing().bound().add();
    line.name().set("n9");
    line.value().set("eth0 203.0.113.7/32");
    assertThat(line.wrong().get()).contains(Message.of("choices.runtime.bind.noHost", "n9"));
    line.name().set("n1");
    assertThat(choices.spec().prepare().bindAddress())
        .isEqualTo(Map.of("n1", new PrepareSpec.BindAddress("eth0", "203.0.113.7/32")));
    line.value().set("eth0");
    assertThat(kind()).isEqualTo(StepState.Kind.BLOCKED);
  }

  @Test
  void countsWhatIsPreparedOnWish() {
    model.preparing().timeServers().text().set("ntp.example.org, 10.0.0.1");
    model.preparing().kubectlCompletion(true);
    assertThat(model.preparing().differing()).isEqualTo(2);
    assertThat(choices.spec().prepare().timeServers())
        .containsExactly("ntp.example.org", "10.0.0.1");
  }

  @Test
  void anExactVersionOfContainerdIsTaken() {
    model.containerd().text().set("2.3.7");
    assertThat(choices.spec().runtime().version()).contains("2.3.7");
    model.containerd().text().set("");
    assertThat(choices.spec().runtime().version()).isEqualTo(Optional.empty());
  }

  @Test
  void featureGatesGoToEveryProgramBesideItsOtherArguments() {
    var network = new NetworkModel(choices.basis());
    var line = network.api().arguments().getFirst().pairs().add();
    line.name().set("audit-log-path");
    line.value().set("/var/log/audit.log");
    model.gates().text().set("Alpha=true, Beta=false");
    var gates = Map.of("name", "feature-gates", "value", "Alpha=true,Beta=false");
    var own = Map.of("name", "audit-log-path", "value", "/var/log/audit.log");
    var fields = Map.of("featureGates", Map.of("Alpha", true, "Beta", false));
    assertThat(choices.spec().kubeadm().documents())
        .isEqualTo(
            Map.of(
                "kubeletConfiguration",
                fields,
                "kubeProxyConfiguration",
                fields,
                "clusterConfiguration",
                Map.of(
                    "apiServer", Map.of("extraArgs", List.of(own, gates)),
                    "controllerManager", Map.of("extraArgs", List.of(gates)),
                    "scheduler", Map.of("extraArgs", List.of(gates)))));
    assertThat(network.api().arguments().getFirst().pairs().lines()).containsExactly(line);
    line.name().set("audit-log-maxage");
    assertThat(model.gates().value()).isEqualTo("Alpha=true, Beta=false");
    model.gates().text().set("");
    network.api().arguments().getFirst().pairs().remove(line);
    assertThat(choices.spec().kubeadm().documents()).isEmpty();
  }

  @Test
  void aProxyIsTakenOnceItHasAnAddressAndAnAccountWhereItWantsOne() {
    var proxy = model.proxy();
    proxy.noProxy().text().set("10.0.0.0/8");
    assertThat(choices.spec().proxy()).isEmpty();
    assertThat(kind()).isEqualTo(StepState.Kind.BLOCKED); // it would be lost
    proxy.http().text().set("http://proxy:3128");
    assertThat(choices.spec().proxy())
        .contains(
            new ProxySpec("http://proxy:3128", Optional.empty(), List.of("10.0.0.0/8"), false));
    assertThat(kind()).isNotEqualTo(StepState.Kind.BLOCKED);
    proxy.signIn().set(true);
    assertThat(kind()).isEqualTo(StepState.Kind.BLOCKED);
    proxy.account().user().set("kw");
    proxy.account().password().set("s3cr3t");
    assertThat(kind()).isNotEqualTo(StepState.Kind.BLOCKED);
    assertThat(choices.basis().secrets().proxy())
        .contains(new SecretBook.Account("kw", Secret.of("s3cr3t")));
    proxy.http().text().set("");
    assertThat(choices.spec().proxy()).isEmpty();
  }
}
