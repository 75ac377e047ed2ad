/** What a host is and has, read in one round trip by one script that changes nothing. */
@NullMarked
package io.github.kubeadmwizard.facts;

import org.jspecify.annotations.NullMarked;
