package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.session.SecretBook.Account;
import io.github.kubeadmwizard.text.Secret;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A user and a password as they are typed; kept in the session's memory alone, once both are there.
 */
public final class AccountEntry {
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final Supplier<Optional<Account>> known;
  private final Consumer<Account> keep;
  private final Runnable told;

  /**
   * @param known what the session holds so far
   * @param keep takes a whole account
   * @param told is run afterwards
   */
  AccountEntry(Supplier<Optional<Account>> known, Consumer<Account> keep, Runnable told) {
    this.known = known;
    known.get().ifPresent(account -> user.set(account.user()));
    this.keep = keep;
    this.told = told;
    user.subscribe((_, _) -> again());
    password.subscribe((_, _) -> again());
  }

  /** Takes what is typed once more, as its place may be another one now. */
  void again() {
    if (!user.get().isBlank() && !password.get().isEmpty()) {
      keep.accept(new Account(user.get().strip(), Secret.of(password.get())));
    }
    told.run();
  }

  /** Who signs in. */
  public StringProperty user() {
    return user;
  }

  /** What is typed of the password; empty where an earlier one holds. */
  public StringProperty password() {
    return password;
  }

  /** Whether the session has an account. */
  public boolean isKnown() {
    return known.get().isPresent();
  }
}
