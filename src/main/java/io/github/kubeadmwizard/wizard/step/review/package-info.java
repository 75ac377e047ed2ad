/** The eighth step: everything that will be, before anything is. */
@NullMarked
package io.github.kubeadmwizard.wizard.step.review;

import org.jspecify.annotations.NullMarked;
