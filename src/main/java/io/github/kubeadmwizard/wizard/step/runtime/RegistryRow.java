package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A registry or mirror that is reached in a way of its own, as it is typed. */
public final class RegistryRow {
  private final Entry host;
  private final ObjectProperty<Trust> trust = new SimpleObjectProperty<>(Trust.HOSTS);
  private final Entry authority;
  private final BooleanProperty signIn = new SimpleBooleanProperty();
  private final AccountEntry account;

  /** Why its answers are believed. */
  public enum Trust {
    /** The hosts trust its certificate. */
    HOSTS,
    /** An authority of the user's own signed it. */
    AUTHORITY,
    /** Nobody looks at it. */
    NOBODY,
    /** It has none. */
    PLAIN_HTTP
  }

  /**
   * @param changed is run after every change
   */
  RegistryRow(String name, RegistrySpec spec, SecretBook secrets, Runnable changed) {
    host = new Entry(RegistryRow::wrongHost, _ -> changed.run());
    authority =
        new Entry(
            text ->
                trust.get() == Trust.AUTHORITY
                    ? Forms.required("images.registries.r.ca").apply(text)
                    : Optional.empty(),
            _ -> {});
    host.follow(name); // follows without taking
    authority.follow(spec.ca().orElse(""));
    trust.set(trust(spec));
    signIn.set(spec.signIn());
    account =
        new AccountEntry(
            () -> Optional.ofNullable(secrets.registries().get(host.value())),
            given -> secrets.registry(host.value(), given),
            changed);
    host.text().subscribe((_, _) -> account.again());
    authority.text().subscribe((_, _) -> changed.run());
    trust.subscribe((_, _) -> {
      authority.recheck();
      changed.run();
    });
    signIn.subscribe((_, _) -> changed.run());
  }

  private static Optional<Message> wrongHost(String text) {
    return text.isEmpty()
        ? Optional.of(Message.of("choices.missing"))
        : Forms.wrong("images.registries", Map.of(text, Map.of()));
  }

  private static Trust trust(RegistrySpec spec) {
    if (spec.plainHttp()) {
      return Trust.PLAIN_HTTP;
    }
    if (spec.ca().isPresent()) {
      return Trust.AUTHORITY;
    }
    return spec.skipVerify() ? Trust.NOBODY : Trust.HOSTS;
  }

  /** Its host and port. */
  public Entry host() {
    return host;
  }

  /** Why its answers are believed. */
  public ObjectProperty<Trust> trust() {
    return trust;
  }

  /** The certificates of its authority, as PEM. */
  public Entry authority() {
    return authority;
  }

  /** Whether it wants a user and a password. */
  public BooleanProperty signIn() {
    return signIn;
  }

  /** Who signs in there. */
  public AccountEntry account() {
    return account;
  }

  /** What goes into the choices, once the form of everything is right. */
  Optional<Map.Entry<String, RegistrySpec>> chosen() {
    if (!host.isRight() || !authority.isRight()) {
      return Optional.empty();
    }
    var ca = Optional.of(authority.value()).filter(_ -> trust.get() == Trust.AUTHORITY);
    return Optional.of(
        Map.entry(
            host.value(),
            new RegistrySpec(
                signIn.get(), trust.get() == Trust.PLAIN_HTTP, trust.get() == Trust.NOBODY, ca)));
  }

  /** Whether something is wrong or missing. */
  boolean isWrong() {
    return !host.isRight() || !authority.isRight() || lacksAccount();
  }

  boolean lacksAccount() {
    return signIn.get() && !account.isKnown();
  }
}
