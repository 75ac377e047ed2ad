package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.bundle.Bundle;
import io.github.kubeadmwizard.bundle.BundleDirectory;
import io.github.kubeadmwizard.bundle.BundleFailure;
import io.github.kubeadmwizard.bundle.BundleProgress;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.text.Message;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bundle verify}: reads every file of a bundle and names those that are not as made. */
@Command(name = "verify")
final class BundleVerifyCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "DIR", descriptionKey = "cli.option.bundle")
  private Path directory = Path.of("");

  BundleVerifyCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    try {
      return verified(new BundleDirectory(directory.toAbsolutePath()), output, options.json)
          ? ExitCode.DONE
          : ExitCode.CHECKS;
    } catch (BundleFailure failure) {
      output.tell(List.of(failure.problem()), options.json);
      return ExitCode.FAILED;
    }
  }

  /** Says what is not as it was made; true if all is. */
  static boolean verified(BundleDirectory directory, Output output, boolean json)
      throws BundleFailure {
    Bundle bundle = directory.read();
    output.tell(Message.of("cli.bundle.verifying", bundle.files().size()));
    List<BundleDirectory.Flaw> flaws = directory.verify(bundle, BundleProgress.none());
    for (BundleDirectory.Flaw flaw : flaws) {
      if (json) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("event", "flaw");
        tree.put("path", flaw.path());
        tree.put("what", output.words().say(flaw.what()));
        output.line(Json.line(tree));
      } else {
        output.say(Message.of("cli.bundle.flaw", flaw.path(), flaw.what()));
      }
    }
    output.tell(
        flaws.isEmpty()
            ? Message.of("cli.bundle.whole", bundle.kubernetes(), bundle.files().size())
            : Message.of("cli.bundle.damaged", flaws.size()));
    return flaws.isEmpty();
  }
}
