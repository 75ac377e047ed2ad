package io.github.kubeadmwizard.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete our words: bash, and zsh with its bashcompinit. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
  private final Output output;

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli reads them
  private final CommonOptions options = new CommonOptions();

  /** The script finds out by itself which of the two reads it. */
  enum Shell {
    bash,
    zsh
  }

  @Parameters(paramLabel = "bash|zsh", descriptionKey = "cli.option.shell")
  @SuppressWarnings("UnusedVariable") // picocli refuses others
  private Shell shell = Shell.bash;

  @Spec CommandSpec spec = CommandSpec.create();

  CompletionCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    var root = spec.root().commandLine();
    output.line(AutoComplete.bash(root.getCommandName(), root));
    return ExitCode.DONE;
  }
}
