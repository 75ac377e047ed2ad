/** Which addresses are whose: the hosts' networks and routes, this computer's, pods, services. */
@NullMarked
package io.github.kubeadmwizard.network;

import org.jspecify.annotations.NullMarked;
