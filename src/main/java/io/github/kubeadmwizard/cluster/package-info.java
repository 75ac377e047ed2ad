/** What the user wants: immutable records, and the rules on them that need no machine. */
@NullMarked
package io.github.kubeadmwizard.cluster;

import org.jspecify.annotations.NullMarked;
