/** Every requirement of a machine and of a cluster of them, one to a file, asked of facts. */
@NullMarked
package io.github.kubeadmwizard.check;

import org.jspecify.annotations.NullMarked;
