/**
 * What the pages of choices share: typed text that may still be wrong, lists, cards, folded parts.
 */
@NullMarked
package io.github.kubeadmwizard.wizard.step.choice;

import org.jspecify.annotations.NullMarked;
