/** The scripts and data that the program brings along, read from its own jar. */
@NullMarked
package io.github.kubeadmwizard.assets;

import org.jspecify.annotations.NullMarked;
