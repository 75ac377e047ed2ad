/** All hosts of a cluster at once: connecting them, asking for what that needs, reading facts. */
@NullMarked
package io.github.kubeadmwizard.session;

import org.jspecify.annotations.NullMarked;
