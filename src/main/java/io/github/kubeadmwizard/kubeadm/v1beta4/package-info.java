/** The documents that kubeadm reads, field by field, as records (API version v1beta4). */
@NullMarked
package io.github.kubeadmwizard.kubeadm.v1beta4;

import org.jspecify.annotations.NullMarked;
