package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.running.AccessWish;
import io.github.kubeadmwizard.running.Lifetime;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say whom to let in, and to what. */
final class GivenAccess {
  @Option(names = "--for", paramLabel = "PERSON", descriptionKey = "cli.option.forPerson")
  @Nullable String person;

  @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "cli.option.role")
  private @Nullable String role;

  @Option(names = "--namespace", paramLabel = "NAME", descriptionKey = "cli.option.roleNamespace")
  private @Nullable String namespace;

  @Option(names = "--group", paramLabel = "GROUP", descriptionKey = "cli.option.group")
  private List<String> groups = new ArrayList<>();

  @Option(names = "--lifetime", paramLabel = "TIME", descriptionKey = "cli.option.accessLifetime")
  private @Nullable String lifetime;

  /** Whether something else of these is said than for whom. */
  boolean isHalf() {
    return person == null
        && (role != null || namespace != null || lifetime != null || !groups.isEmpty());
  }

  /** What is wished; a mistake ends the command. */
  AccessWish wish(Output output) throws CommandEnd {
    String name = Optional.ofNullable(person).orElse("");
    String wanted = Optional.ofNullable(role).orElse(AccessWish.USUAL_ROLES.getFirst());
    Optional<String> space = Optional.ofNullable(namespace);
    Optional<Lifetime> lasts =
        lifetime == null ? Optional.of(AccessWish.USUAL) : AccessWish.lifetime(lifetime);
    List<Message> wrong =
        Stream.of(
                AccessWish.wrongPerson(name).stream(),
                AccessWish.wrongRole(wanted).stream(),
                space.flatMap(AccessWish::wrongNamespace).stream(),
                groups.stream().flatMap(group -> AccessWish.wrongGroup(group).stream()),
                lasts.isPresent()
                    ? Stream.<Message>empty()
                    : Stream.of(Message.of("running.access.wrongLifetime", "" + lifetime)))
            .flatMap(all -> all)
            .toList();
    wrong.forEach(output::tell);
    if (lasts.isEmpty() || !wrong.isEmpty()) {
      throw new CommandEnd(ExitCode.USAGE);
    }
    return new AccessWish(name, groups, wanted, space, lasts.get());
  }
}
