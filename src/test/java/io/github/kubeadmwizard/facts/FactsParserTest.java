package io.github.kubeadmwizard.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FactsParserTest {
  @ParameterizedTest
  @ValueSource(strings = {"debian-13", "debian-12-installing"})
  void understandsEveryLineOfRealMachines(String name) {
    var host = RecordedFacts.facts(name);
    assertThat(host.reading().complete()).isTrue();
    assertThat(host.reading().unparsed()).isEmpty();
    assertThat(host.machine().cpus()).hasValue(1);
    assertThat(host.kernel().cgroups().version()).isEqualTo(Cgroups.Version.V2);
    assertThat(host.storage().at("/var/lib/etcd").map(Space::fileSystem)).contains("ext4");
    assertThat(host.network().defaultRoutes()).hasSize(1);
    assertThat(host.network().resolver().stub()).isTrue();
    assertThat(host.login().isRoot()).isTrue();
    assertThat(host.tools()).contains("losetup", "mount", "cp", "iptables");
  }

  @Test
  void readsDebian13() {
    var host = RecordedFacts.facts("debian-13");
    assertThat(host.os().codename()).contains("trixie");
    assertThat(host.machine().virtualization()).contains("uml");
    assertThat(host.init().systemdVersion()).hasValue(257);
    assertThat(host.machine().hostname())
        .isEqualTo(
            new Hostname(Optional.of("n8"), Optional.empty(), List.of("127.0.1.1", "10.88.0.18")));
    assertThat(host.runtimes().containerd().program().flatMap(Program::version)).contains("2.3.7");
    assertThat(host.runtimes().containerd().config().version()).hasValue(3);
    assertThat(host.packages().sources())
        .extracting(PackageSource::thirdParty)
        .containsOnlyOnce(false);
    assertThat(host.peers())
        .contains(
            new PeerRoute(
                "10.88.0.19",
                true,
                Optional.empty(),
                Optional.of("vec0"),
                Optional.of("10.88.0.18")));
  }

  @Test
  void tellsHowEachProbeWentWithoutCurl() {
    assertThat(RecordedFacts.facts("debian-13").probes())
        .extracting(Probe::target, Probe::result, Probe::status)
        .containsExactlyInAnyOrder(
            probe("http://10.88.0.1:5000/v2/", Probe.Result.OK, 200),
            probe("http://10.88.0.1/nothing", Probe.Result.HTTP, 404),
            probe("https://deb.nowhere.invalid/x", Probe.Result.TIMEOUT, 0),
            probe("10.88.0.1:5000", Probe.Result.OK, 0),
            probe("10.88.0.18:9", Probe.Result.REFUSED, 0),
            probe("http://10.88.0.77/", Probe.Result.UNREACHABLE, 0),
            probe("nowhere.invalid:80", Probe.Result.DNS, 0),
            probe("https://192.0.2.55/", Probe.Result.TIMEOUT, 0));
  }

  @Test
  void findsSwapAndPackagesInTheMiddleOfAnInstallation() {
    var host = RecordedFacts.facts("debian-12-installing");
    var line = host.storage().swaps().getFirst().origins();
    assertThat(host.storage().swaps()).extracting(Swap::device).containsExactly("/swapfile");
    assertThat(line).extracting(Swap.Origin::kind).containsExactly(Swap.OriginKind.FSTAB);
    assertThat(host.packages().broken()).contains("firewalld", "libpam-systemd");
  }

  @Test
  void saysThatCutOutputIsNotComplete() {
    var text = RecordedFacts.text("rhel-9");
    var host = FactsParser.parse(text.substring(0, text.length() / 2));
    assertThat(host.reading().complete()).isFalse();
    assertThat(host.os().id()).contains("rocky");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n\n", "sudo: a password is required\n", "\u001f\u001f\n\u001fend\n"})
  void knowsNothingWhereNothingWasSaid(String text) {
    var host = FactsParser.parse(text);
    assertThat(host.with(new Reading(false, 0, List.of()))).isEqualTo(HostFacts.unknown());
  }

  @Test
  void neverThrowsWhateverIsLeftOut() {
    var random = new Random(3);
    for (var name : List.of("debian-13", "debian-12-installing", "rhel-9", "ubuntu-24")) {
      for (int i = 0; i < 200; i++) {
        assertThat(FactsParser.parse(damaged(RecordedFacts.text(name), random))).isNotNull();
      }
    }
  }

  private static String damaged(String text, Random random) {
    var result = new StringBuilder(text);
    for (int i = 0; i < 60; i++) {
      int at = random.nextInt(result.length() - 20);
      switch (random.nextInt(3)) {
        case 0 -> result.delete(at, at + random.nextInt(20));
        case 1 -> result.insert(at, (char) (random.nextInt(127) + 1));
        default -> result.setCharAt(at, " \n\u001f-/:=\u5b57".charAt(random.nextInt(8)));
      }
    }
    return result.toString();
  }

  private static Tuple probe(String target, Probe.Result result, int code) {
    return tuple(target, result, code == 0 ? OptionalInt.empty() : OptionalInt.of(code));
  }
}
