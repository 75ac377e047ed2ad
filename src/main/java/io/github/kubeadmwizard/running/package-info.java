/** A cluster that is there: how it stands, and the way in for its administrator. */
@NullMarked
package io.github.kubeadmwizard.running;

import org.jspecify.annotations.NullMarked;
