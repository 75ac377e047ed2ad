/**
 * Plans as data, the runner that walks them over hosts, and what it tells: no Kubernetes, no
 * screen.
 */
@NullMarked
package io.github.kubeadmwizard.engine;

import org.jspecify.annotations.NullMarked;
