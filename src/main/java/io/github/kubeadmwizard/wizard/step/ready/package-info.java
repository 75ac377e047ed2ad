/** The last step: the cluster in use. */
@NullMarked
package io.github.kubeadmwizard.wizard.step.ready;

import org.jspecify.annotations.NullMarked;
