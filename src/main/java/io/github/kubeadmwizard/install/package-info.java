/** The installation: one phase a file, and the readable list that they make. */
@NullMarked
package io.github.kubeadmwizard.install;

import org.jspecify.annotations.NullMarked;
