package io.github.kubeadmwizard.engine;

import java.util.List;

/**
 * A command that failed on a host.
 *
 * @param command the script's name and variables, secrets masked
 * @param exitCode 0 to 255; -1 where there was none (deadline, lost line)
 * @param lastLines the end of its output, secrets masked
 */
public record FailedCommand(String command, int exitCode, List<String> lastLines) {
  public FailedCommand {
    lastLines = List.copyOf(lastLines);
  }
}
