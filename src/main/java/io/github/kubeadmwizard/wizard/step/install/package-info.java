/** The ninth step: the run. */
@NullMarked
package io.github.kubeadmwizard.wizard.step.install;

import org.jspecify.annotations.NullMarked;
