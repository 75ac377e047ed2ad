package io.github.kubeadmwizard.os;

import io.github.kubeadmwizard.facts.FactsParser;
import io.github.kubeadmwizard.facts.HostFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of a machine that nobody has seen, when only its kind is said. */
public final class ImaginedFacts {
  private static final Map<String, String> HARDWARE = Map.of("amd64", "x86_64", "arm64", "aarch64");

  private ImaginedFacts() {}

  /** The distributions that can be said. */
  public static List<String> known() {
    return Stream.concat(
            Suites.all().stream().map(s -> s.distribution() + "-" + s.version()),
            RpmTrees.all().stream().map(t -> t.distribution() + "-" + t.major()))
        .toList();
  }

  /** A machine of this kind with nothing on it; empty where the kind is not known. */
  public static Optional<HostFacts> of(String distribution, String version, String architecture) {
    String hardware = HARDWARE.get(architecture);
    if (hardware == null) {
      return Optional.empty();
    }
    return Suites.of(distribution, version)
        .map(suite -> facts(hardware, "apt-get", debian(suite)))
        .or(() ->
            RpmTrees.of(distribution, version)
                .map(_ -> facts(hardware, "dnf", redHat(distribution, version))));
  }

  private static String debian(Suites.Suite suite) {
    return String.join(
        "\n",
        "ID=" + suite.distribution(),
        "ID_LIKE=debian",
        "VERSION_ID=" + suite.version(),
        "VERSION_CODENAME=" + suite.name());
  }

  private static String redHat(String distribution, String version) {
    String like = distribution.equals("fedora") ? "" : "ID_LIKE=\"rhel centos fedora\"\n";
    return "ID=" + distribution + "\n" + like + "VERSION_ID=" + version;
  }

  private static HostFacts facts(String hardware, String tool, String release) {
    String us = "\u001f";
    return FactsParser.parse(
        String.join(
            "\n",
            us + "kernel" + us + "hardware" + us + hardware,
            us + "tool" + us + tool,
            us + "file" + us + "/etc/os-release",
            release,
            ""));
  }
}
