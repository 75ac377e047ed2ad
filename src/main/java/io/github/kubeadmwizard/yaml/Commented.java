package io.github.kubeadmwizard.yaml;

/**
 * A value with a comment that is written above its key, or above the document.
 *
 * @param comment one line or more, without {@code #}
 * @param value a plain value as {@link PlainTree} describes them, in which others may be commented
 */
public record Commented(String comment, Object value) {}
