package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/** etcd needs a majority: an even number stands no more losses than one fewer. */
final class OddControlPlanes implements Check {
  @Override
  public String id() {
    return "ControlPlaneCount";
  }

  @Override
  public Group group() {
    return Group.BETWEEN;
  }

  @Override
  public List<Finding> look(CheckContext all) {
    int count = all.spec().controlPlanes().size();
    var read = Message.of("check.read.controlPlanes", count);
    return List.of(
        Finding.of(
            this,
            Optional.empty(),
            count % 2 == 0
                ? Verdict.warning(Verdict.value(count), read)
                : Verdict.passed(Verdict.value(count), read)));
  }
}
