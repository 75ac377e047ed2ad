package io.github.kubeadmwizard.ssh;

import net.schmizz.sshj.common.LoggerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/** Silences sshj: at TRACE it writes packets (with passwords), at DEBUG commands. */
final class QuietLogs implements LoggerFactory {
  @Override
  public Logger getLogger(String name) {
    return NOPLogger.NOP_LOGGER;
  }

  @Override
  public Logger getLogger(Class<?> type) {
    return NOPLogger.NOP_LOGGER;
  }
}
