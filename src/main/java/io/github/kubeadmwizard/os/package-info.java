/** What differs from one Linux distribution to another: package tool, names, paths, support. */
@NullMarked
package io.github.kubeadmwizard.os;

import org.jspecify.annotations.NullMarked;
