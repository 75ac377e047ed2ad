/** The seventh step: what runs on the cluster besides Kubernetes. */
@NullMarked
package io.github.kubeadmwizard.wizard.step.addons;

import org.jspecify.annotations.NullMarked;
