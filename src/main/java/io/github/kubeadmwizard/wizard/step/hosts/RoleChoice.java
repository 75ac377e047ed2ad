package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.text.Message;
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

  private final ComboBox<Set<Role>> box = new ComboBox<>();

  RoleChoice(Parts parts, HostsModel model, HostRow row) {
    this(parts, row.spec().roles());
    box.valueProperty().subscribe((_, roles) -> model.setRoles(row, roles));
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
