/** kubeadm's files and command lines of earlier days, turned into what is understood today. */
@NullMarked
package io.github.kubeadmwizard.migrate;

import org.jspecify.annotations.NullMarked;
