/** The fourth step: the addresses of pods, services and nodes, drawn to scale. */
@NullMarked
package io.github.kubeadmwizard.wizard.step.network;

import org.jspecify.annotations.NullMarked;
