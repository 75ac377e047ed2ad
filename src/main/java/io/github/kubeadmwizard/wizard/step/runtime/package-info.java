/** The third step: versions, where programs and images come from, and what becomes of each host. */
@NullMarked
package io.github.kubeadmwizard.wizard.step.runtime;

import org.jspecify.annotations.NullMarked;
