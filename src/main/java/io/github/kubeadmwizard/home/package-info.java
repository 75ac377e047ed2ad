/** Where our own files lie on this computer. */
@NullMarked
package io.github.kubeadmwizard.home;

import org.jspecify.annotations.NullMarked;
