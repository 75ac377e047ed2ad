/** Hosts over SSH: connections, host keys, sign-in, root by one helper, uploads and tunnels. */
@NullMarked
package io.github.kubeadmwizard.ssh;

import org.jspecify.annotations.NullMarked;
