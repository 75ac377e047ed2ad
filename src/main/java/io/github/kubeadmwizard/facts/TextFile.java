package io.github.kubeadmwizard.facts;

/**
 * A small text file of the host.
 *
 * @param path where it lies
 * @param content its text, with line feeds
 */
public record TextFile(String path, String content) {}
