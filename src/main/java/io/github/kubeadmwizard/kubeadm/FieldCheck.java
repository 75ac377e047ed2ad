package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.kubeadm.tree.DocumentProblem;
import io.github.kubeadmwizard.kubeadm.tree.Faults;
import io.github.kubeadmwizard.kubeadm.tree.GoDuration;
import io.github.kubeadmwizard.kubeadm.tree.Others;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks the fields of the kubelet's and kube-proxy's kinds that have no component of their own.
 */
final class FieldCheck {
  private FieldCheck() {}

  static List<DocumentProblem> of(String minor, String path, String kind, Others others) {
    var known = KnownNames.ofFields(minor, kind);
    if (known.isEmpty()) {
      return List.of();
    }
    var problems = new ArrayList<DocumentProblem>();
    others
        .fields()
        .forEach((field, value) -> {
          String wanted = known.get().names().get(field);
          if (wanted == null) {
            var names = List.copyOf(known.get().names().keySet());
            problems.add(Faults.unknownField(path, field, kind, names));
          } else {
            var type = Faults.Kind.valueOf(wanted.toUpperCase(Locale.ROOT));
            if (!fits(type, value)) {
              problems.add(Faults.wrongType(path + "." + field, type, value));
            }
          }
        });
    return problems;
  }

  private static boolean fits(Faults.Kind kind, Object value) {
    return switch (kind) {
      case TEXT -> value instanceof String;
      case NUMBER -> value instanceof Number;
      case TRUTH -> value instanceof Boolean;
      case DURATION -> value instanceof String text && GoDuration.isValid(text);
      case LIST -> value instanceof List<?>;
      case FIELDS -> value instanceof Map<?, ?>;
    };
  }
}
