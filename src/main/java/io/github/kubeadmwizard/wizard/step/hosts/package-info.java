/** The first step: which machines, and whether they let us in. */
@NullMarked
package io.github.kubeadmwizard.wizard.step.hosts;

import org.jspecify.annotations.NullMarked;
