package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.yaml.Position;

/** A word of a command line, without its quotes. */
record ShellWord(Position at, String text) {}
