package io.github.kubeadmwizard.facts;

import java.util.Optional;

/**
 * A program on the host.
 *
 * @param path where it was found
 * @param version without a leading v, such as 1.36.4; empty where it did not say in time
 * @param packageName the package that brought it, where that is known
 * @param packageVersion the package's version, such as 1.36.4-1.1
 */
public record Program(
    String path,
    Optional<String> version,
    Optional<String> packageName,
    Optional<String> packageVersion) {}
