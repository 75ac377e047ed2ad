package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Action.WriteFile;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file of ours in the making, into which the run may put accounts. With one it is for root alone
 * and the ledger keeps no copy of it.
 */
final class SecretFile {
  private static final String OURS = "# Written by Kubeadm Wizard.";

  private final String path;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Var> accounts = new LinkedHashMap<>();

  SecretFile(String path) {
    this.path = path;
  }

  void line(String line) {
    lines.add(line);
  }

  /** What stands in the text for a registry's account in Base64. */
  String account(String host) {
    String name = "ACCOUNT_" + (accounts.size() + 1);
    accounts.put(name, Var.given("registry-account/" + host));
    return "@" + name + "@";
  }

  /** Writes it; the first line, a comment, says whose it is. */
  Action action(String id, Message title) {
    return accounts.isEmpty()
        ? new WriteFile(id, title, path, "0644", Var.of(OURS + "\n" + text()))
        : withAccounts(id, title, OURS + " It holds a secret.\n" + text());
  }

  /** Accounts as Docker's own configuration has them; a file of somebody else's is left alone. */
  static Action auths(String id, Message title, String path, Map<String, String> keys) {
    var file = new SecretFile(path);
    var entries = new ArrayList<String>();
    keys.forEach(
        (host, key) -> entries.add("\"" + key + "\": {\"auth\": \"" + file.account(host) + "\"}"));
    file.line("{\"kubeadm-wizard\": \"Written by it. It holds a secret.\",");
    file.line(" \"auths\": {" + String.join(", ", entries) + "}}");
    return file.withAccounts(id, title, file.text()).with(Map.of("ALONE", Var.of("1")));
  }

  private RunScript withAccounts(String id, Message title, String text) {
    var vars = new TreeMap<>(accounts);
    vars.put("TARGET", Var.of(path));
    vars.put("CONTENT", Var.of(text));
    vars.put("ACCOUNTS", Var.of(String.join(" ", accounts.keySet())));
    return RunScript.of(id, title, "secret-file.sh", vars);
  }

  private String text() {
    return String.join("\n", lines) + "\n";
  }
}
