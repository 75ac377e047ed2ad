package io.github.kubeadmwizard.help;

import java.util.List;

/**
 * One file of the documentation.
 *
 * @param file its path below the documentation, such as {@code zh_CN/wizard.md}; empty: made by the
 *     program
 * @param title its first heading
 */
public record Document(String file, String title, List<Block> blocks) {
  public Document {
    blocks = List.copyOf(blocks);
  }
}
