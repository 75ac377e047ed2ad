package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests of kubelets are approved; kubectl is played, its words are those of 1.36. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class ServingCertificatesScriptTest {
  private static final String KUBECTL =
      """
      #!/bin/bash
      case "$*" in
        *'get configmap kubelet-config'*) printf 'kind: KubeletConfiguration\\nserverTLSBootstrap: true\\n' ;;
        *'get csr'*) [ -e "$KW_ROOT/approved" ] || printf 'csr-1|%s|\\n' "$(cat "$KW_ROOT/signer")" ;;
        *'describe csr'*) cat "$KW_ROOT/request" ;;
        *'certificate approve'*) echo "${*: -1}" > "$KW_ROOT/approved" ;;
        *'get --raw'*) [ -e "$KW_ROOT/approved" ] && echo ok || { echo 'tls: internal error' >&2; exit 1; } ;;
      esac
      """;
  private static final String SERVING = "kubernetes.io/kubelet-serving";

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void machine() {
    host = ScriptRoot.playing(root, work, Map.of("kubectl", KUBECTL));
  }

  private List<HostSpeech> asks(String user, String subject, String names, String more)
      throws Exception {
    host.put("signer", SERVING);
    host.put(
        "request",
        """
        Name:               csr-1
        Labels:             <none>
        Requesting User:    %s
        Signer:             kubernetes.io/kubelet-serving
        Status:             Pending
        Subject:
                 Common Name:    %s
                 Serial Number:  \s
                 Organization:   system:nodes
        Subject Alternative Names:
                 DNS Names:     %s
        %s
        Events:  <none>
        """
            .formatted(user, subject, names, more));
    return host.run(
        "serving-certificates.sh",
        Map.of("NODES", "n1 10.88.0.11\nn2 10.88.0.12 fd00::12", "WITHIN", "0"));
  }

  @Test
  void aNodesOwnNameAndAddressesAreApproved() throws Exception {
    var said =
        asks(
            "system:node:n2",
            "system:node:n2",
            "n2",
            "         IP Addresses:  10.88.0.12\n                        fd00::12");
    assertThat(host.text("approved")).isEqualTo("csr-1\n");
    assertThat(said).last().isInstanceOf(HostSpeech.SaidChanged.class);
  }

  @ParameterizedTest
  @CsvSource({
    "system:node:n2, system:node:n1, n1, IP Addresses:  10.88.0.12",
    "system:node:n2, system:node:n2, n1, IP Addresses:  10.88.0.12",
    "system:node:n2, system:node:n2, n2, IP Addresses:  10.88.0.11",
    "system:node:n2, system:node:n2, n2, URIs: spiffe://x",
    "system:node:n9, system:node:n9, n9, IP Addresses:  10.88.0.19",
    "system:serviceaccount:a:b, system:node:n2, n2, IP Addresses:  10.88.0.12",
    "n2, n2, n2, IP Addresses:  10.88.0.12",
  })
  void whatIsNotTheNodesOwnIsNotApproved(String user, String subject, String names, String more)
      throws Exception {
    var said = asks(user, subject, names, "         " + more);
    assertThat(root.resolve("approved")).doesNotExist();
    assertThat(said).last().isInstanceOf(HostSpeech.SaidFailed.class);
  }

  @Test
  void anotherSignersRequestIsLeftAlone() throws Exception {
    host.put("signer", "kubernetes.io/kube-apiserver-client");
    host.put("request", "");
    host.run("serving-certificates.sh", Map.of("NODES", "n1 10.88.0.11", "WITHIN", "0"));
    assertThat(root.resolve("approved")).doesNotExist();
  }
}
