/** Certificates read, and the tokens and keys that a cluster is joined with. */
@NullMarked
package io.github.kubeadmwizard.pki;

import org.jspecify.annotations.NullMarked;
