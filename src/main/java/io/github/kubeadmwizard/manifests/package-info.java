/**
 * Manifests that others publish or the user brings: which, from where, fetched by checksum and
 * kept, and changed field by field.
 */
@NullMarked
package io.github.kubeadmwizard.manifests;

import org.jspecify.annotations.NullMarked;
