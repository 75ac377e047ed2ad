package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the lines of an SSH client's configuration, and those of the files that it includes. */
final class SshConfigReader {
  /** Source: OpenSSH, readconf.c, READCONF_MAX_DEPTH. */
  private static final int DEEPEST = 16;

  private static final int MOST_FILES = 500;

  private static final Set<String> TAKEN =
      Set.of("hostname", "user", "port", "identityfile", "proxyjump", "proxycommand");

  private final Includes includes;
  private final Gathering gathering;
  private final SshConfig config = new SshConfig();
  private final Set<Path> open = new HashSet<>();
  private int files;
  private int blocks;

  SshConfigReader(Includes includes, Gathering gathering) {
    this.includes = includes;
    this.gathering = gathering;
  }

  SshConfig config() {
    return config;
  }

  /** Reads the user's own file. */
  void read(String text) {
    new Part(List.of(), 0, Optional.empty()).read(text);
  }

  /** One file, all of which holds only where its enclosing blocks do. */
  private final class Part {
    private final List<HostPatterns> around;
    private final int depth;
    private final Optional<Path> file;
    private List<HostPatterns> when;
    private int number;
    private String line = "";

    Part(List<HostPatterns> around, int depth, Optional<Path> file) {
      this.around = around;
      this.depth = depth;
      this.file = file;
      this.when = around;
    }

    void read(String text) {
      for (String each : text.split("\\R", -1)) {
        number++;
        line = each;
        var words = Tokens.of(keywordApart(each.strip()), " \t");
        if (!words.isEmpty()) {
          take(words.getFirst().toLowerCase(Locale.ROOT), words.subList(1, words.size()));
        }
      }
    }

    /** {@code Keyword = value} is as good as {@code Keyword value}. */
    private static String keywordApart(String text) {
      return text.replaceFirst("^([A-Za-z0-9]+)\\s*=\\s*", "$1 ");
    }

    private void take(String keyword, List<String> args) {
      switch (keyword) {
        case "host" -> host(args);
        case "match" -> match(args);
        case "include" -> args.forEach(this::include);
        default -> {
          if (TAKEN.contains(keyword)) {
            config.value(keyword, args, when);
          }
        }
      }
    }

    private void host(List<String> args) {
      var patterns = new HostPatterns(List.copyOf(args));
      when = with(patterns);
      blocks++;
      for (String name : patterns.names()) {
        config.alias(new SshConfig.Alias(name, number, blocks), when);
      }
    }

    private void match(List<String> args) {
      boolean all = args.size() == 1 && args.getFirst().equalsIgnoreCase("all");
      when = with(all ? HostPatterns.ALWAYS : HostPatterns.NEVER);
      if (!all) {
        note(Message.of("imports.ssh.match"));
      }
    }

    private List<HostPatterns> with(HostPatterns patterns) {
      var all = new ArrayList<>(around);
      all.add(patterns);
      return List.copyOf(all);
    }

    private void include(String pattern) {
      if (depth >= DEEPEST) {
        note(Message.of("imports.ssh.tooDeep", DEEPEST));
        return;
      }
      for (Path included : includes.matching(pattern)) {
        if (++files > MOST_FILES) {
          note(Message.of("imports.ssh.tooManyFiles", MOST_FILES));
          return;
        }
        include(included);
      }
    }

    private void include(Path included) {
      if (!open.add(included)) {
        note(Message.of("imports.ssh.includesItself", included.toString()));
        return;
      }
      try {
        new Part(when, depth + 1, Optional.of(included)).read(includes.text(included));
      } catch (IOException e) {
        note(Message.of("imports.unreadable", included.toString(), e.getClass().getSimpleName()));
      } finally {
        open.remove(included);
      }
    }

    private void note(Message what) {
      gathering.note(
          number,
          line,
          file.map(f -> Message.of("imports.ssh.inFile", f.toString(), what)).orElse(what));
    }
  }
}
