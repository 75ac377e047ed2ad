/** The command line over the same engine as the wizard. */
@NullMarked
package io.github.kubeadmwizard.cli;

import org.jspecify.annotations.NullMarked;
