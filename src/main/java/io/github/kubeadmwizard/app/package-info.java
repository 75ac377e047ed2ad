/** The one place that builds everything and starts it. */
@NullMarked
package io.github.kubeadmwizard.app;

import org.jspecify.annotations.NullMarked;
