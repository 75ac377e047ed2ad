/** What kubeadm is told: its documents, the user's own settings laid over them, and the images. */
@NullMarked
package io.github.kubeadmwizard.kubeadm;

import org.jspecify.annotations.NullMarked;
