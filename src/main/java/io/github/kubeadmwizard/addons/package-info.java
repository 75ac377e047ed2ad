/**
 * What runs on the cluster besides Kubernetes itself: its objects, made here, and its catalogue.
 */
@NullMarked
package io.github.kubeadmwizard.addons;

import org.jspecify.annotations.NullMarked;
