package io.github.kubeadmwizard.os;

import io.github.kubeadmwizard.facts.FactsParser;
import io.github.kubeadmwizard.facts.HostFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of a machine that nobody has seen, when only its kind is said. */
public final class ImaginedFacts {
  private static final Map<String, String> HARDWARE = Map.of("amd64", "x86_64", "arm64", "aarch64");

  private ImaginedFacts() {}

  /** The distributions that can be said. */
  public static List<String> known() {
    return Suites.all().stream().map(s -> s.distribution() + "-" + s.version()).toList();
  }

  /** A machine of this kind with nothing on it; empty where the kind is not known. */
  public static Optional<HostFacts> of(String distribution, String version, String architecture) {
    return Suites.of(distribution, version)
        .flatMap(suite ->
            Optional.ofNullable(HARDWARE.get(architecture))
                .map(hardware -> facts(suite, hardware)));
  }

  private static HostFacts facts(Suites.Suite suite, String hardware) {
    String us = "\u001f";
    return FactsParser.parse(
        String.join(
            "\n",
            us + "kernel" + us + "hardware" + us + hardware,
            us + "tool" + us + "apt-get",
            us + "file" + us + "/etc/os-release",
            "ID=" + suite.distribution(),
            "ID_LIKE=debian",
            "VERSION_ID=" + suite.version(),
            "VERSION_CODENAME=" + suite.name(),
            ""));
  }
}
