/** Parts of the screen that know nothing of clusters: labels, fields, cards, the log. */
@NullMarked
package io.github.kubeadmwizard.ui;

import org.jspecify.annotations.NullMarked;
