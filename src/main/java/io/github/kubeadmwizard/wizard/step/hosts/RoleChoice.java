package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.LateList;
import io.github.kubeadmwizard.ui.Parts;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Which part a machine plays. */
final class RoleChoice {
  private static final List<Set<Role>> ALL =
      List.of(
          Set.of(Role.CONTROL_PLANE), Set.of(Role.WORKER), Set.of(Role.CONTROL_PLANE, Role.WORKER));

  private final ComboBox<Set<Role>> box = LateList.of(new ComboBox<>());
  private @Nullable HostRow row;

  RoleChoice(Parts parts, HostsModel model, HostRow first) {
    this(parts, first.spec().roles());
    row = first;
    box.valueProperty()
        .subscribe((_, roles) -> {
          if (row != null && !roles.equals(row.spec().roles())) {
            model.setRoles(row, roles);
          }
        });
  }

  /** Another machine's from now on, or the same one's as it is now. */
  void show(HostRow other) {
    row = other;
    show(other.spec().roles());
  }

  void show(Set<Role> roles) {
    box.setValue(roles);
  }

  RoleChoice(Parts parts, Set<Role> now) {
    box.getItems().setAll(ALL);
    box.setValue(now);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(parts.say(Message.of("wizard.hosts.role")));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Set<Role> roles) {
            return roles == null ? "" : parts.say(title(roles));
          }

          @Override
          public @Nullable Set<Role> fromString(String text) {
            return null;
          }
        });
  }

  static Message title(Set<Role> roles) {
    if (roles.size() > 1) {
      return Message.of("wizard.hosts.role.both");
    }
    return roles.contains(Role.CONTROL_PLANE)
        ? Message.of("wizard.hosts.role.controlPlane")
        : Message.of("wizard.hosts.role.worker");
  }

  Set<Role> roles() {
    return box.getValue();
  }

  ComboBox<Set<Role>> node() {
    return box;
  }
}
