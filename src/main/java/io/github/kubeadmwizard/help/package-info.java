/** The documentation as the program brings it along: read, searched and led through, not drawn. */
@NullMarked
package io.github.kubeadmwizard.help;

import org.jspecify.annotations.NullMarked;
