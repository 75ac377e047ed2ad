package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.KubernetesNames;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes what is about one machine to its host in the cluster file. */
final class MachineWishes {
  private final Machine machine;
  private final String path;
  private final Told told;

  /**
   * @param path of the host in the cluster file, such as {@code hosts[0]}
   */
  MachineWishes(Machine machine, String path, Told told) {
    this.machine = machine;
    this.path = path;
    this.told = told;
  }

  /** Whether the statement was about the machine, and was taken. */
  boolean take(Statement statement) {
    return switch (statement.path()) {
      case "nodeRegistration.name" -> name(statement);
      case "localAPIEndpoint.advertiseAddress", JoinFields.ADDRESS -> advertise(statement);
      case "controlPlane" -> {
        machine.carriesTheControlPlane();
        told.moved(statement, path + ".roles");
        yield true;
      }
      case Taints.PATH -> taints(statement);
      case "nodeRegistration.kubeletExtraArgs[]" -> argument(statement);
      default -> false;
    };
  }

  private boolean name(Statement statement) {
    machine.named(statement.value().toString());
    told.moved(statement, path + ".name");
    return true;
  }

  private boolean advertise(Statement statement) {
    machine.advertises(statement.value().toString());
    told.moved(statement, path + ".advertiseAddress");
    return true;
  }

  private boolean taints(Statement statement) {
    var taints = new ArrayList<TaintSpec>();
    for (Object item : (List<?>) statement.value()) {
      var fields = (Map<?, ?>) item;
      var value = fields.get("value") == null ? "" : "=" + fields.get("value");
      taints.add(TaintSpec.parse(fields.get("key") + value + ":" + fields.get("effect")));
    }
    machine.tainted(taints);
    boolean ofTheRole = taints.stream().allMatch(taint -> taint.key().equals(Taints.CONTROL_PLANE));
    told.moved(statement, path + (ofTheRole ? ".roles" : ".taints"));
    return true;
  }

  private boolean argument(Statement statement) {
    var value = String.valueOf(((Map<?, ?>) statement.value()).get("value"));
    return switch (String.valueOf(((Map<?, ?>) statement.value()).get("name"))) {
      case "node-ip" -> nodeIp(statement, value);
      case "node-labels" -> labels(statement, value);
      case "hostname-override" -> hostname(statement, value);
      default -> false;
    };
  }

  private boolean hostname(Statement statement, String value) {
    if (KubernetesNames.isDnsSubdomain(value)) {
      machine.named(value);
      told.took(statement, path + ".name");
    } else {
      told.dropped(statement, Message.of("migrate.noName", value));
    }
    return true;
  }

  private boolean nodeIp(Statement statement, String value) {
    for (String address : value.split(",", -1)) {
      if (!Cidr.isAddress(address.strip())) {
        told.dropped(statement, Message.of("migrate.noAddress", value));
        return true;
      }
    }
    machine.hasNodeIp(value.replace(" ", ""));
    told.took(statement, path + ".nodeIP");
    return true;
  }

  private boolean labels(Statement statement, String value) {
    for (String label : value.split(",", -1)) {
      var parts = label.strip().split("=", 2);
      var text = parts.length == 2 ? parts[1] : "";
      if (KubernetesNames.isQualifiedName(parts[0]) && KubernetesNames.isLabelValue(text)) {
        machine.label(parts[0], text);
      } else {
        told.dropped(statement, Message.of("migrate.label", label));
      }
    }
    told.took(statement, path + ".labels");
    return true;
  }
}
