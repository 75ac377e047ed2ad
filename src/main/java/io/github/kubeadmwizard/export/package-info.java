/**
 * The installation on paper: kubeadm's files, and a runbook of shell scripts that does the same by
 * hand.
 */
@NullMarked
package io.github.kubeadmwizard.export;

import org.jspecify.annotations.NullMarked;
