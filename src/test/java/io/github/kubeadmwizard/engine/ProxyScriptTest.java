package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidValue;
import io.github.kubeadmwizard.text.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a host learns of a proxy, and what nobody but root may read of it. */
@EnabledOnOs(OS.LINUX)
final class ProxyScriptTest {
  private static final String DROP_IN =
      "/etc/systemd/system/containerd.service.d/kubeadm-wizard-proxy.conf";
  private static final String FILE = "/etc/containerd/kubeadm-wizard-proxy.env";
  private static final String ACCOUNT = "kw:p%40ss%20w%25rd";

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void host() throws Exception {
    host = new ScriptRoot(root, work, "");
    Files.createDirectories(root.resolve("run"));
  }

  private static Map<String, String> vars(String proxy, String account) {
    var vars = new HashMap<String, String>();
    vars.put("PROXY_HTTP", proxy);
    vars.put("PROXY_HTTPS", proxy);
    vars.put("PROXY_NO", "localhost,10.244.0.0/16,.svc,n1");
    vars.put("PROXY_ACCOUNT", account);
    vars.put("DROP_IN", DROP_IN);
    vars.put("FILE", FILE);
    return vars;
  }

  private List<HostSpeech> run(String proxy, String account) throws Exception {
    return host.run("runtime-proxy.sh", vars(proxy, account));
  }

  private static SaidValue value(String name, String text) {
    return new SaidValue(name, Secret.of(text));
  }

  private Path at(String path) {
    return root.resolve(path.substring(1));
  }

  private String ledger() throws Exception {
    var text = new StringBuilder();
    try (var files = Files.walk(root.resolve("var/lib/kubeadm-wizard"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  @Test
  void theAddressesLieInAFileForRootAlone() throws Exception {
    assertThat(run("http://proxy:3128", ACCOUNT)).last().isEqualTo(new SaidChanged());
    assertThat(Files.readString(at(DROP_IN)))
        .isEqualTo("# Written by Kubeadm Wizard.\n[Service]\nEnvironmentFile=" + FILE + "\n");
    assertThat(Files.readString(at(FILE)))
        .isEqualTo(
            """
            # Written by Kubeadm Wizard. It holds a secret.
            HTTP_PROXY="http://kw:p%40ss%20w%25rd@proxy:3128"
            HTTPS_PROXY="http://kw:p%40ss%20w%25rd@proxy:3128"
            NO_PROXY="localhost,10.244.0.0/16,.svc,n1"
            """);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at(FILE))))
        .isEqualTo("rw-------");
    assertThat(run("http://proxy:3128", ACCOUNT)).last().isEqualTo(new SaidUnchanged());
  }

  @Test
  void theLedgerNeverHoldsAnAccount() throws Exception {
    run("http://proxy:3128", ACCOUNT);
    assertThat(ScriptRoot.befores(run("http://proxy:3128", "kw:other")))
        .singleElement()
        .asString()
        .startsWith("file {existed=true, group=")
        .contains("path=" + FILE, "secret=true", "sha256=", "wrote=")
        .doesNotContain("backup");
    run("http://proxy:3128", ""); // the same file without a secret takes its place
    assertThat(ledger()).contains(FILE).doesNotContain("p%40ss", "other");
  }

  @Test
  void withoutAProxyBothFilesGo() throws Exception {
    run("http://proxy:3128", ACCOUNT);
    assertThat(run("", "")).last().isEqualTo(new SaidChanged());
    assertThat(at(DROP_IN)).doesNotExist();
    assertThat(at(FILE)).doesNotExist();
    assertThat(run("", "")).last().isEqualTo(new SaidUnchanged());
    assertThat(ledger()).doesNotContain("p%40ss");
  }

  @Test
  void whatFetchesReadsTheProxyFromFilesThatGoAtTheEnd() throws Exception {
    Path script =
        Files.writeString(
            work.resolve("look.sh"),
            """
            kw_way_out
            kw_proxy_for https://example.org/x
            kw_read "$CURL_HOME/.curlrc"
            kw_value curl "$KW_TEXT"
            kw_read "$WGETRC"
            kw_value wget "$KW_TEXT"
            kw_read "$APT_CONFIG"
            kw_value apt "$KW_TEXT"
            kw_unchanged
            """);
    var vars = vars("http://proxy:3128", ACCOUNT);
    vars.put("PROXY_HTTPS", "http://other:8080");
    var said = host.run(script, vars, false);
    String there = "kw:p%40ss%20w%25rd@";
    assertThat(said)
        .contains(
            value(
                "curl",
                "proxy = \"http://"
                    + there
                    + "other:8080\"\n"
                    + "noproxy = \"localhost,10.244.0.0/16,.svc,n1\"\n"),
            value(
                "wget",
                "use_proxy = on\nhttp_proxy = http://"
                    + there
                    + "proxy:3128\n"
                    + "https_proxy = http://"
                    + there
                    + "other:8080\n"
                    + "no_proxy = localhost,10.244.0.0/16,.svc,n1\n"),
            value(
                "apt",
                "Acquire::http::Proxy \"http://"
                    + there
                    + "proxy:3128\";\n"
                    + "Acquire::https::Proxy \"http://"
                    + there
                    + "other:8080\";\n"
                    + "Acquire::http::Proxy::localhost \"DIRECT\";\n"
                    + "Acquire::https::Proxy::localhost \"DIRECT\";\n"
                    + "Acquire::http::Proxy::n1 \"DIRECT\";\n"
                    + "Acquire::https::Proxy::n1 \"DIRECT\";\n"));
    try (var left = Files.list(root.resolve("run"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aRegistrysAccountLiesInAFileForRootAloneAndInNoLedger() throws Exception {
    String target = "/etc/containerd/certs.d/r.lan/hosts.toml";
    host.put(target.substring(1), "# of the user\n");
    var vars = new HashMap<String, String>();
    vars.put("TARGET", target);
    vars.put("CONTENT", "# Written by Kubeadm Wizard. It holds a secret.\nBasic @ACCOUNT_1@\n");
    vars.put("ACCOUNTS", "ACCOUNT_1");
    vars.put("ACCOUNT_1", "YTpiJg==");
    assertThat(ScriptRoot.befores(host.run("secret-file.sh", vars)))
        .singleElement()
        .asString()
        .contains("backup=files/0001"); // the user's own can be put back
    assertThat(Files.readString(at(target)))
        .isEqualTo("# Written by Kubeadm Wizard. It holds a secret.\nBasic YTpiJg==\n");
    vars.put("ACCOUNT_1", "bmV3");
    host.run("secret-file.sh", vars);
    assertThat(ledger()).contains("# of the user").doesNotContain("YTpiJg==", "bmV3");
  }

  @Test
  void theClusterIsReachedWithoutTheLoginsProxy() throws Exception {
    Path script =
        Files.writeString(
            work.resolve("login.sh"),
            """
            kw_value before "${https_proxy-none}"
            kw_way_out
            kw_value after "${https_proxy-none}"
            kw_unchanged
            """);
    var prelude = new ScriptRoot(root, work, "KW_LOGIN_WAY=(https_proxy=http://login:1)\n");
    assertThat(prelude.run(script, Map.of(), false))
        .contains(value("before", "none"), value("after", "http://login:1"));
  }
}
