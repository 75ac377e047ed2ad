package io.github.kubeadmwizard.help;

/**
 * A place in the documentation, in whichever language.
 *
 * @param document below the documentation, without the language, such as {@code wizard.md}
 * @param anchor a place in it; empty: its beginning
 */
public record Place(String document, String anchor) {}
