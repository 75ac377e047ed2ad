/** Records to plain trees and back, with every fault of a tree named by its path. */
@NullMarked
package io.github.kubeadmwizard.kubeadm.tree;

import org.jspecify.annotations.NullMarked;
