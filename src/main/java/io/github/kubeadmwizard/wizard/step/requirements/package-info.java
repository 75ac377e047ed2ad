/** The second step: whether every machine is fit, and what makes it so. */
@NullMarked
package io.github.kubeadmwizard.wizard.step.requirements;

import org.jspecify.annotations.NullMarked;
