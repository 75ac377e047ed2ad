package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.text.Message;

/**
 * A line of a text with what there is to say about it.
 *
 * @param line counted from 1
 * @param text the line, shortened where it is long; what may be a password is left out of it
 * @param why what is wrong, with an example of what is right
 */
public record BadLine(int line, String text, Message why) {}
