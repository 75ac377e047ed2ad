package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.assets.Assets;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Its commands are still to come. */
@Command(
    name = "kubeadm-wizard",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineApp.Version.class,
    description = "Takes bare Linux machines to a Ready Kubernetes cluster with kubeadm, over SSH.")
public final class CommandLineApp implements Callable<Integer> {
  private CommandLineApp() {}

  /**
   * Runs one command to its end.
   *
   * @return the program's exit code: 0 done, 1 failed, 2 wrong use
   */
  public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    return new CommandLine(new CommandLineApp())
        .setOut(new PrintWriter(out, true, out.charset()))
        .setErr(new PrintWriter(err, true, err.charset()))
        .execute(args);
  }

  @Override
  public Integer call() {
    return 0;
  }

  /** The version that the build wrote beside the classes. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"kubeadm-wizard " + Assets.text("version.txt").strip()};
    }
  }
}
