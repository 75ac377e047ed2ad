/** JSON as maps, lists and plain values; the one room that knows the library behind it. */
@NullMarked
package io.github.kubeadmwizard.json;

import org.jspecify.annotations.NullMarked;
