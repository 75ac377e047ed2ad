/** The rules of the house, as tests: format, rooms, words, scripts, lengths. */
@NullMarked
package io.github.kubeadmwizard.rules;

import org.jspecify.annotations.NullMarked;
