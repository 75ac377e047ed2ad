/** The cluster file: read with every mistake pointed at, written so that people can read it. */
@NullMarked
package io.github.kubeadmwizard.draft;

import org.jspecify.annotations.NullMarked;
