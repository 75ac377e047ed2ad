package io.github.kubeadmwizard.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostScript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ContainerdRegistriesTest {
  private static final String PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----";

  private static List<Action> actions(
      Map<String, String> mirrors, Map<String, RegistrySpec> registries) {
    return new ContainerdRegistries(
            new ImagesSpec("registry.k8s.io", new TreeMap<>(mirrors), new TreeMap<>(registries)))
        .actions();
  }

  private static Map<String, String> shown(Action action) {
    return HostScript.of(action).shown();
  }

  @Test
  void aMirrorWithoutAccountIsAPlainFile() {
    var actions = actions(Map.of("docker.io", "http://10.0.0.1:5000"), Map.of());
    assertThat(actions).hasSize(1);
    assertThat(shown(actions.getFirst()))
        .isEqualTo(
            Map.of(
                "TARGET",
                "/etc/containerd/certs.d/docker.io/hosts.toml",
                "MODE",
                "0644",
                "CONTENT",
                """
                # Written by Kubeadm Wizard.
                server = "https://registry-1.docker.io"

                [host."http://10.0.0.1:5000"]
                  capabilities = ["pull", "resolve"]
                """));
  }

  @Test
  void mirrorAndRegistryMayHaveTrustAndAccountOfTheirOwn() {
    var actions =
        actions(
            Map.of("quay.io", "https://mirror.lan:5000"),
            Map.of(
                "quay.io", new RegistrySpec(true, false, false, Optional.empty()),
                "mirror.lan:5000", new RegistrySpec(true, false, false, Optional.of(PEM))));
    assertThat(actions)
        .extracting(Action::id)
        .containsExactly("ca-mirror-lan-5000", "mirror-mirror-lan-5000", "mirror-quay-io");
    assertThat(shown(actions.getFirst()))
        .containsEntry("TARGET", "/etc/containerd/certs.d/mirror.lan:5000/kubeadm-wizard-ca.crt")
        .containsEntry("CONTENT", PEM + "\n");
    assertThat(HostScript.of(actions.getLast()).script()).isEqualTo("secret-file.sh");
    assertThat(shown(actions.getLast()))
        .isEqualTo(
            Map.of(
                "TARGET",
                "/etc/containerd/certs.d/quay.io/hosts.toml",
                "ACCOUNTS",
                "ACCOUNT_1 ACCOUNT_2",
                "ACCOUNT_1",
                "<registry-account/quay.io>",
                "ACCOUNT_2",
                "<registry-account/mirror.lan:5000>",
                "CONTENT",
                """
                # Written by Kubeadm Wizard. It holds a secret.
                server = "https://quay.io"

                [header]
                  Authorization = "Basic @ACCOUNT_1@"

                [host."https://mirror.lan:5000"]
                  capabilities = ["pull", "resolve"]
                  ca = "/etc/containerd/certs.d/mirror.lan:5000/kubeadm-wizard-ca.crt"

                  [host."https://mirror.lan:5000".header]
                    Authorization = "Basic @ACCOUNT_2@"
                """));
  }

  @Test
  void whatIsUnsafeIsSaidInTheFile() {
    var actions =
        actions(
            Map.of(),
            Map.of(
                "10.0.0.1:5000", new RegistrySpec(false, true, false, Optional.empty()),
                "r.lan", new RegistrySpec(false, false, true, Optional.empty())));
    assertThat(actions)
        .extracting(action -> shown(action).get("CONTENT"))
        .containsExactly(
            "# Written by Kubeadm Wizard.\nserver = \"http://10.0.0.1:5000\"\n",
            "# Written by Kubeadm Wizard.\nserver = \"https://r.lan\"\nskip_verify = true\n");
  }
}
