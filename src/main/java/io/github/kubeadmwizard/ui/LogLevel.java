package io.github.kubeadmwizard.ui;

/** How much attention a log line asks for, from least to most. */
public enum LogLevel {
  INFO,
  WARN,
  ERROR
}
