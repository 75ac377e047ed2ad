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

  /** Writes it as it is, without a line of ours, for root alone in any case. */
  Action bare(String id, Message title) {
    return withAccounts(id, title, text());
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
