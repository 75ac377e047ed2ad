/** The fifth step: what connects the pods of different nodes. */
@NullMarked
package io.github.kubeadmwizard.wizard.step.cni;

import org.jspecify.annotations.NullMarked;
