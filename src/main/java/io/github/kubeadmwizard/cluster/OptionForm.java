package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;
import java.util.regex.Pattern;

/** What values an option of a pod network takes. */
enum OptionForm {
  SWITCH("true|false") {
    @Override
    Message allowed() {
      return Message.of("cluster.cniSwitch.allowed");
    }
  },
  /** Source: Calico's documentation, IP autodetection methods. */
  AUTODETECTION(
      "first-found|kubernetes-internal-ip|(?:can-reach|interface|skip-interface|cidr)=[^\\s\"]+") {
    @Override
    Message allowed() {
      return Message.of("cluster.calicoMethod.allowed");
    }
  },
  INSTALL("manifest|operator") {
    @Override
    Message allowed() {
      return Message.of("cluster.calicoInstall.allowed");
    }
  },
  REGISTRY("[A-Za-z0-9.-]+(?::\\d{1,5})?(?:/[a-z0-9._-]+)*") {
    @Override
    Message allowed() {
      return Message.of("cluster.cniRegistry.allowed");
    }
  };

  private final Pattern values;

  OptionForm(String values) {
    this.values = Pattern.compile(values);
  }

  /** The form of this option; empty for one that has its own type. */
  static Optional<OptionForm> of(String option) {
    return switch (option) {
      case "directRouting", "crossSubnet", "kubeProxyReplacement" -> Optional.of(SWITCH);
      case "autodetection" -> Optional.of(AUTODETECTION);
      case "install" -> Optional.of(INSTALL);
      case "imageRegistry" -> Optional.of(REGISTRY);
      default -> Optional.empty();
    };
  }

  boolean fits(String value) {
    return values.matcher(value).matches();
  }

  /** What it takes, for the user. */
  abstract Message allowed();
}
