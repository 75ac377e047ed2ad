package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The proxy of a runtime's unit: a drop-in that names a file with the addresses, which root alone
 * can read, for every user sees what a unit's own file says. Source: systemd.exec(5),
 * EnvironmentFile.
 *
 * @param unit such as {@code containerd.service}
 * @param file where the addresses stand, in the runtime's own folder
 */
record RuntimeProxy(String unit, String file) {

  /** The drop-in. */
  String dropIn() {
    return folder() + "/kubeadm-wizard-proxy.conf";
  }

  private String folder() {
    return "/etc/systemd/system/" + unit + ".d";
  }

  /** What sets it up, or takes away what an earlier run set up; empty where there is neither. */
  Optional<Action> action(Ground ground, Node node) {
    var way = WayOut.of(ground);
    if (!way.isEmpty()) {
      return Optional.of(script("proxy", "runtime-proxy", way));
    }
    return isThere(node)
        ? Optional.of(
            script(
                "no-proxy",
                "no-runtime-proxy",
                Map.of(
                    "PROXY_HTTP", Var.of(""),
                    "PROXY_HTTPS", Var.of(""),
                    "PROXY_NO", Var.of(""),
                    "PROXY_ACCOUNT", Var.of(""))))
        : Optional.empty();
  }

  private boolean isThere(Node node) {
    return node.facts().login().proxies().containsKey(dropIn());
  }

  /** What the unit was started with, so that it is restarted when the proxy changed or went. */
  List<String> files(Ground ground, Node node) {
    return ground.spec().proxy().isPresent() || isThere(node)
        ? List.of(folder(), dropIn(), file)
        : List.of();
  }

  private RunScript script(String id, String title, Map<String, Var> way) {
    var vars = new TreeMap<>(way);
    vars.put("DROP_IN", Var.of(dropIn()));
    vars.put("FILE", Var.of(file));
    return RunScript.of(id, Message.of("install.action." + title, unit), "runtime-proxy.sh", vars);
  }
}
