package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: understands the words, runs one command, and gives its exit code. */
public final class CommandLineApp {
  private static final Logger LOG = LoggerFactory.getLogger(CommandLineApp.class);
  private static final int WIDEST_HELP = 100;

  private final Tools tools;
  private final String version;
  private final Locale usual;

  /**
   * @param version what {@code --version} says
   * @param usual the user's language, unless {@code --lang} says another
   */
  public CommandLineApp(Tools tools, String version, Locale usual) {
    this.tools = tools;
    this.version = version;
    this.usual = usual;
  }

  @Command(name = "kubeadm-wizard")
  @SuppressWarnings("UnusedVariable") // picocli reads them
  private static final class Root implements Callable<Integer> {
    private final Output output;

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        descriptionKey = "cli.option.help")
    boolean help;

    @Option(
        names = {"-V", "--version"},
        versionHelp = true,
        descriptionKey = "cli.option.versionInfo")
    boolean version;

    @Option(names = "--lang", paramLabel = "en|zh", descriptionKey = "cli.option.lang")
    String language = "";

    private Root(Output output) {
      this.output = output;
    }

    @Override
    public Integer call() {
      output.tell(Message.of("cli.usage.noCommand"));
      return ExitCode.USAGE;
    }
  }

  /**
   * Runs one command to its end.
   *
   * @param in where {@code --secrets-from-stdin} reads
   * @param out results
   * @param err everything about them
   * @return the exit code: 0 done, 1 failed, 2 usage or cluster file, 3 checks not passed, 4 a
   *     host's identity not accepted
   */
  public int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    var words = new Words(Language.of(args, usual));
    var output = new Output(words, in, out, err);
    boolean practises = Practising.isAsked(args);
    CommandLine line = built(practises ? Practising.with(tools) : tools, output);
    line.setOut(new PrintWriter(out, true, out.charset()));
    line.setErr(new PrintWriter(err, true, err.charset()));
    line.setParameterExceptionHandler((e, _) -> misused(e, output));
    line.setExecutionExceptionHandler((e, _, _) -> ended(e, output));
    if (practises) {
      Practising.say(args, output);
    }
    return line.execute(args);
  }

  /** Everything that is expected was said already; the rest is a mistake of ours, for the log. */
  private int ended(Exception e, Output output) {
    if (e instanceof CommandEnd end) {
      return end.exitCode();
    }
    LOG.error("a command broke down", e);
    String log = tools.directories().state().resolve("kubeadm-wizard.log").toString();
    output.tell(Message.of("cli.bug", String.valueOf(e), log));
    return ExitCode.FAILED;
  }

  private CommandLine built(Tools with, Output output) {
    var line = new CommandLine(new Root(output));
    line.addSubcommand(new CheckCommand(with, output));
    line.addSubcommand(new PlanCommand(with, output));
    line.addSubcommand(new ExportCommand(with, output));
    line.addSubcommand(new InstallCommand(with, output));
    line.addSubcommand(new ImportCommand(output));
    line.addSubcommand(
        new CommandLine(new BundleCommand(with, output))
            .addSubcommand(new BundleVerifyCommand(output)));
    line.addSubcommand(new StatusCommand(with, output));
    line.addSubcommand(new KubeconfigCommand(with, output));
    line.addSubcommand(new AccessCommand(with, output));
    line.addSubcommand(new JoinCommandCommand(with, output));
    line.addSubcommand(new PodsCommand(with, output));
    line.addSubcommand(new SmokeTestCommand(with, output));
    line.addSubcommand(new TaintsCommand(with, output));
    line.addSubcommand(new LabelsCommand(with, output));
    line.addSubcommand(new CordonCommand(with, output));
    line.addSubcommand(new UncordonCommand(with, output));
    line.addSubcommand(new AddonsCommand(with, output));
    line.addSubcommand(new SwitchCniCommand(with, output));
    line.addSubcommand(new DisksCommand(with, output));
    line.addSubcommand(new DashboardCommand(with, output));
    line.addSubcommand(new LogsCommand(with, output));
    line.addSubcommand(new CompletionCommand(output));
    line.setResourceBundle(new HelpWords(output.words(), line));
    line.setUsageHelpWidth(Math.clamp(tools.terminal().size().columns(), 60, WIDEST_HELP));
    line.getCommandSpec().version("kubeadm-wizard " + version);
    new HelpTexts(output.words()).put(line);
    return line;
  }

  private static int misused(ParameterException e, Output output) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (e instanceof UnmatchedArgumentException unmatched
        && command.parent() == null
        && !unmatched.isUnknownOption()) {
      noCommand(unmatched, output);
    } else {
      output.tell(Message.of("cli.usage.wrong", String.valueOf(e.getMessage())));
    }
    output.tell(Message.of("cli.usage.seeHelp", command.qualifiedName()));
    return ExitCode.USAGE;
  }

  private static void noCommand(UnmatchedArgumentException e, Output output) {
    output.tell(Message.of("cli.usage.unknownCommand", e.getUnmatched().getFirst()));
    e.getSuggestions().stream()
        .findFirst()
        .ifPresent(meant -> output.tell(Message.of("cli.usage.meant", meant)));
  }
}
