package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.Nearest;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.Position;
import io.github.kubeadmwizard.yaml.YamlNode.Kind;
import io.github.kubeadmwizard.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code kubeadm init …} and {@code kubeadm join …} as they stand in a terminal or a tutorial. */
final class CommandLines {
  /** A prompt, variables, sudo with options, a path; what stands before {@code &&} is skipped. */
  private static final Pattern START =
      Pattern.compile(
          "(?m)^(?:.*?(?:&&|;))?[ \\t>]*(?:\\[?[\\w.-]+@[^\\n#$%]*[#$%][ \\t]*|[$#%>][ \\t]*)?"
              + "(?:\\w+=\\S*[ \\t]+)*(?:sudo(?:[ \\t]+-\\S+)*[ \\t]+(?:\\w+=\\S*[ \\t]+)*)?"
              + "(?:\\S*/)?kubeadm[ \\t]+(init|join)(?=\\s|$)");

  private static final List<String> VERSIONS =
      List.of("--kubernetes-version", "--use-kubernetes-version");

  private final List<Command> commands = new ArrayList<>();

  /** One of them, with the words behind {@code init} or {@code join}. */
  private record Command(String verb, List<ShellWord> words) {}

  private CommandLines(String text) {
    var found = START.matcher(text);
    int from = 0;
    while (found.find(from)) {
      commands.add(new Command(found.group(1), ShellWords.from(text, found.end())));
      from = found.end();
    }
  }

  /** Those of a text; none where there is none. */
  static CommandLines in(String text) {
    return new CommandLines(text);
  }

  boolean isEmpty() {
    return commands.isEmpty();
  }

  boolean hasInit() {
    return commands.stream().anyMatch(command -> command.verb().equals("init"));
  }

  /** The version that one of them names. */
  Optional<String> version() {
    for (Command command : commands) {
      for (int i = 0; i < command.words().size(); i++) {
        var parts = command.words().get(i).text().split("=", 2);
        if (VERSIONS.contains(parts[0])) {
          return parts.length == 2
              ? Optional.of(parts[1])
              : command.words().stream().skip(i + 1L).map(ShellWord::text).findFirst();
        }
      }
    }
    return Optional.empty();
  }

  /** Reads all of them. */
  void read(Gathered out) {
    int joins = 0;
    for (Command command : commands) {
      if (command.verb().equals("join")) {
        out.nextJoin(joins++);
        read(command, JoinFlags.all(), out);
      } else {
        read(command, InitFlags.all(), out);
      }
    }
  }

  private static void read(Command command, Map<String, Flag> flags, Gathered out) {
    var words = command.words();
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (!word.text().startsWith("-") || word.text().equals("-")) {
        argument(command, word, out);
        continue;
      }
      var parts = word.text().replaceFirst("^-+", "").split("=", 2);
      var flag = Optional.ofNullable(flags.get(parts[0]));
      var from = new Origin(word.at(), word.text().split("=", 2)[0]);
      boolean takesNext =
          flag.isPresent() && !flag.get().alone() && parts.length == 1 && i + 1 < words.size();
      var value = parts.length == 2 ? parts[1] : takesNext ? words.get(++i).text() : "true";
      flag.ifPresentOrElse(
          known -> known.rule().read(text(word.at(), value), from, out),
          () -> out.unknown(from, unknown(parts[0], flags)));
    }
  }

  private static void argument(Command command, ShellWord word, Gathered out) {
    var from = new Origin(word.at(), Scalars.masked(word.text()));
    if (command.verb().equals("join")) {
      Rules.text(Paper.JOIN, JoinFields.ENDPOINT).read(text(word.at(), word.text()), from, out);
    } else {
      out.unknown(from, Message.of("migrate.noArgument", from.path()));
    }
  }

  private static Message unknown(String flag, Map<String, Flag> flags) {
    var why = Message.of("migrate.unknownFlag", "--" + flag);
    return Nearest.to(flag, flags.keySet())
        .map(near -> Message.of("migrate.meant", why, "--" + near))
        .orElse(why);
  }

  private static Scalar text(Position at, String text) {
    return new Scalar(at, text, Kind.TEXT);
  }
}
