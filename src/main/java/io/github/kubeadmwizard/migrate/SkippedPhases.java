package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Phases to leave out; kubeadm stops at one that it does not know. */
record SkippedPhases(Paper paper) implements Rule {

  @Override
  public void read(YamlNode node, Origin from, Gathered out) {
    var known = out.target().data().phases().getOrDefault(command(), List.of());
    var kept = new ArrayList<String>();
    for (String phase : Scalars.texts(node, from, out)) {
      if (known.contains(phase.split("/", 2)[0])) {
        kept.add(phase);
      } else {
        out.drop(from, Message.of("migrate.phase", phase));
      }
    }
    if (!kept.isEmpty()) {
      out.state(from, paper, "skipPhases", kept);
    }
  }

  private String command() {
    return paper == Paper.JOIN ? "join" : "init";
  }
}
