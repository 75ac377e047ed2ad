package io.github.kubeadmwizard.ui;

import java.time.Instant;

/**
 * A line of the log as it is shown.
 *
 * @param number counts every line that ever came, from 0
 * @param at when it happened, to the millisecond
 * @param host empty where it belongs to no single host
 * @param text without line end
 */
public record LogLine(long number, Instant at, String host, LogLevel level, String text) {}
