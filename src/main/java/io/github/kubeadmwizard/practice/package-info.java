/** Simulated machines, on which everything can be tried without a server. */
@NullMarked
package io.github.kubeadmwizard.practice;

import org.jspecify.annotations.NullMarked;
