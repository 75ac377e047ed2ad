/** The smoke test of a cluster that stands: its plan, and what came of it. */
@NullMarked
package io.github.kubeadmwizard.smoke;

import org.jspecify.annotations.NullMarked;
