/** The offline bundle: what an installation fetches, collected, looked at, and used instead. */
@NullMarked
package io.github.kubeadmwizard.bundle;

import org.jspecify.annotations.NullMarked;
