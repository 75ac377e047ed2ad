/** The sixth step: which pods may run on which node. */
@NullMarked
package io.github.kubeadmwizard.wizard.step.nodes;

import org.jspecify.annotations.NullMarked;
