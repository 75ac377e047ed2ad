package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.Map;
import java.util.TreeMap;

/** An action whose script and words are named as it is. */
final class NamedScript {
  private NamedScript() {}

  static RunScript of(String id, Map<String, String> vars) {
    var all = new TreeMap<String, Var>();
    vars.forEach((name, value) -> all.put(name, Var.of(value)));
    return RunScript.of(id, Message.of("install.action." + id), id + ".sh", all);
  }
}
