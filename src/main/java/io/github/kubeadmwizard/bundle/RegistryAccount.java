package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.text.Secret;
import java.util.Optional;

/** Who we are at registries that want to know. */
@FunctionalInterface
public interface RegistryAccount {
  /** A user and a password. */
  record Account(String user, Secret password) {}

  /** The account for a registry, by its host as images name it; empty: nobody. */
  Optional<Account> of(String registry);
}
