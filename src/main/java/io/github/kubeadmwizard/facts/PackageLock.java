package io.github.kubeadmwizard.facts;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A lock of the package system that a program holds.
 *
 * @param file the lock
 * @param pid the process that holds it; empty where that was not found
 * @param command what it runs; empty likewise
 */
public record PackageLock(String file, OptionalInt pid, Optional<String> command) {}
