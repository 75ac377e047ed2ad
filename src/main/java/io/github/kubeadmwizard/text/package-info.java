/** Words for the user as keys and values, and secrets that never print. */
@NullMarked
package io.github.kubeadmwizard.text;

import org.jspecify.annotations.NullMarked;
