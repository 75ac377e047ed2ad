/** Runs of a plan, as the window sees them. */
@NullMarked
package io.github.kubeadmwizard.wizard.run;

import org.jspecify.annotations.NullMarked;
