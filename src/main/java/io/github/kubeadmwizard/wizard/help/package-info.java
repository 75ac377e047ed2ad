/** The documentation inside the window: what is open of it, and how it is drawn. */
@NullMarked
package io.github.kubeadmwizard.wizard.help;

import org.jspecify.annotations.NullMarked;
