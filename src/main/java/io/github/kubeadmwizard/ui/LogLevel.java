package io.github.kubeadmwizard.ui;

/** How much attention a log line asks for, from least to most. */
public enum LogLevel {
  INFO(0),
  WARN(1),
  ERROR(2);

  private final byte code;

  LogLevel(int code) {
    this.code = (byte) code;
  }

  /** As it is kept in memory; more attention is a greater number. */
  byte code() {
    return code;
  }

  static LogLevel of(int code) {
    return code == 0 ? INFO : code == 1 ? WARN : ERROR;
  }
}
