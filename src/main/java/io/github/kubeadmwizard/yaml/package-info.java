/**
 * YAML in and out: a small tree with positions, strict limits, and a writer that people can read.
 */
@NullMarked
package io.github.kubeadmwizard.yaml;

import org.jspecify.annotations.NullMarked;
