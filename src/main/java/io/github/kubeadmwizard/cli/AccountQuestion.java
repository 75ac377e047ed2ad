package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.session.Accounts;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.util.List;
import java.util.Optional;

/** Asks for the accounts of the proxy and of registries that the cluster file names. */
final class AccountQuestion {
  private final Tools tools;
  private final Output output;

  AccountQuestion(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  /** Ends the command if one is missing afterwards. */
  void ask(OpenCluster open) throws CommandEnd {
    for (Accounts.Need need : Accounts.missing(open.spec(), open.secrets())) {
      if (tools.terminal().canAsk()) {
        ask(need, open.secrets());
      }
    }
    List<Accounts.Need> missing = Accounts.missing(open.spec(), open.secrets());
    if (!missing.isEmpty()) {
      output.tell(
          Message.of("cli.accounts.missing", missing.stream().map(Accounts.Need::path).toList()));
      throw new CommandEnd(ExitCode.USAGE);
    }
  }

  private void ask(Accounts.Need need, SecretBook book) {
    Optional<String> user = asked("cli.accounts.user", need);
    Optional<Secret> password =
        user.isEmpty()
            ? Optional.empty()
            : tools
                .terminal()
                .askSecret(prompt(Message.of("cli.accounts.password", user.get(), need.address())));
    password
        .filter(given -> !given.isEmpty())
        .ifPresent(given -> need.give(book, new SecretBook.Account(user.orElseThrow(), given)));
  }

  private Optional<String> asked(String key, Accounts.Need need) {
    return tools
        .terminal()
        .ask(prompt(Message.of(key, need.address())))
        .map(String::strip)
        .filter(user -> !user.isEmpty());
  }

  private String prompt(Message question) {
    return output.words().say(question) + ": ";
  }
}
