package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.text.Message;
import java.util.Comparator;
import java.util.List;

/**
 * What stands for several machines in one cell.
 *
 * @param finding the worst; of several alike the one in the middle by its number
 * @param value where values differ the one in the middle, or how many there are
 */
record Shared(Finding finding, Message value) {
  static Shared of(List<Finding> found) {
    Finding finding = finding(found);
    return new Shared(finding, value(found, finding));
  }

  private static Finding finding(List<Finding> found) {
    var worst = found.stream().map(Finding::state).max(Comparator.naturalOrder()).orElseThrow();
    var alike =
        found.stream()
            .filter(finding -> finding.state() == worst)
            .sorted(Comparator.comparingDouble(finding -> number(finding.shortly())))
            .toList();
    return alike.get((alike.size() - 1) / 2);
  }

  private static Message value(List<Finding> found, Finding middle) {
    var values = found.stream().map(Finding::shortly).distinct().toList();
    if (values.size() == 1) {
      return values.getFirst();
    }
    boolean numbers = values.stream().noneMatch(value -> Double.isNaN(number(value)));
    return numbers
        ? Message.of("wizard.requirements.about", middle.shortly())
        : Message.of("wizard.requirements.values", values.size());
  }

  private static double number(Message value) {
    return value.args().size() == 1 && value.args().getFirst() instanceof Number number
        ? number.doubleValue()
        : Double.NaN;
  }
}
