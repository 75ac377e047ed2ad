package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The extra arguments of one program, with the flags of its version offered while typing. */
public final class ArgumentsTable {
  private final Arguments arguments;
  private final PairsTable table;
  private final VBox box;

  /** Over these arguments. */
  public ArgumentsTable(Parts parts, Arguments arguments) {
    this.arguments = arguments;
    String program = arguments.program();
    table =
        new PairsTable(
            parts,
            arguments.pairs(),
            new PairsTable.Heads(
                Message.of("choices.arguments.name", program),
                arguments.known().isEmpty() ? "v" : example(program),
                Message.of("choices.arguments.value", program),
                "",
                Message.of("choices.arguments.add")),
            arguments::known,
            "args-" + program);
    var title = Parts.label(parts.say(Message.of("choices.arguments", program)), "field-name");
    box = new VBox(8, title, table.node());
  }

  private static String example(String program) {
    return switch (program) {
      case "kube-apiserver" -> "audit-log-path";
      case "kube-controller-manager" -> "node-monitor-grace-period";
      case "etcd" -> "quota-backend-bytes";
      default -> "v";
    };
  }

  /** Goes to the first argument that keeps the cluster from coming up; false where none does. */
  public boolean leadToWrong() {
    return arguments.wrong().isPresent() && table.lead();
  }

  /** The lines, with the program's name above. */
  public Node node() {
    return box;
  }
}
