/** The window: the list of steps, going from one to the next, and what the pages share. */
@NullMarked
package io.github.kubeadmwizard.wizard;

import org.jspecify.annotations.NullMarked;
