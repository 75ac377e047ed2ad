package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.ProxySpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** The HTTP proxy of the hosts; without an address there is none. */
public final class ProxyChoice {
  private final Basis basis;
  private final Entry http;
  private final Entry https;
  private final Entry noProxy;
  private final BooleanProperty signIn = new SimpleBooleanProperty();
  private final AccountEntry account;

  /**
   * @param told is run when the account changed
   */
  ProxyChoice(Basis basis, Runnable told) {
    this.basis = basis;
    http = new Entry(Forms.optional("proxy.http"), _ -> take());
    https = new Entry(ProxyChoice::wrongHttps, _ -> take(), this::alone);
    noProxy = new Entry(ProxyChoice::wrongNoProxy, _ -> take(), this::alone);
    signIn.set(chosen().map(ProxySpec::signIn).orElse(false));
    signIn.subscribe((_, _) -> take());
    account = new AccountEntry(basis.secrets()::proxy, basis.secrets()::proxy, told);
  }

  private static Optional<Message> wrongHttps(String text) {
    return text.isEmpty()
        ? Optional.empty()
        : Forms.wrong("proxy", Map.of("http", "http://proxy", "https", text));
  }

  private static Optional<Message> wrongNoProxy(String text) {
    return Forms.items(text).stream()
        .flatMap(item ->
            Forms.wrong("proxy", Map.of("http", "http://proxy", "noProxy", List.of(item))).stream())
        .findFirst();
  }

  /** What stands beside an address that is missing would be lost. */
  private Optional<Message> alone() {
    return http.value().isEmpty() && !(https.value().isEmpty() && noProxy.value().isEmpty())
        ? Optional.of(Message.of("choices.runtime.proxy.alone"))
        : Optional.empty();
  }

  void follow() {
    Optional<ProxySpec> chosen = chosen();
    http.follow(chosen.map(ProxySpec::http).orElse(""));
    if (chosen.isPresent()) { // what is typed before the address outlives its lack
      https.follow(chosen.get().https().orElse(""));
      noProxy.follow(String.join(", ", chosen.get().noProxy()));
      signIn.set(chosen.get().signIn());
    }
  }

  private Optional<ProxySpec> chosen() {
    return basis.spec().proxy();
  }

  private void take() {
    Optional<ProxySpec> now =
        http.value().isEmpty() || !http.isRight()
            ? Optional.empty()
            : Optional.of(
                new ProxySpec(
                    http.value(),
                    Optional.of(https.value()).filter(t -> !t.isEmpty() && https.isRight()),
                    noProxy.isRight() ? Forms.items(noProxy.value()) : List.of(),
                    signIn.get()));
    basis.draft().change(spec -> spec.withProxy(now));
    https.recheck();
    noProxy.recheck();
  }

  /** The proxy for http. */
  public Entry http() {
    return http;
  }

  /** The proxy for https. */
  public Entry https() {
    return https;
  }

  /** What is reached directly beside the cluster's own. */
  public Entry noProxy() {
    return noProxy;
  }

  /** Whether it wants a user and a password. */
  public BooleanProperty signIn() {
    return signIn;
  }

  /** Who signs in there. */
  public AccountEntry account() {
    return account;
  }

  /** Whether the account is still to be given. */
  boolean lacksAccount() {
    return chosen().filter(ProxySpec::signIn).isPresent() && !account.isKnown();
  }

  Stream<Entry> entries() {
    return Stream.of(http, https, noProxy);
  }

  /** How much is set. */
  int differing() {
    return chosen().isPresent() ? 1 : 0;
  }
}
