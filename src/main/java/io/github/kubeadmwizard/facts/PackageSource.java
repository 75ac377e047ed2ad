package io.github.kubeadmwizard.facts;

import java.util.Optional;

/**
 * A place that packages come from.
 *
 * @param file where it is configured
 * @param id suite for apt, repository id for dnf
 * @param uri its address, as configured; for dnf the mirror list or metalink where there is no base
 *     address
 * @param check what to fetch to see whether it answers; empty where the address holds variables
 *     that were not resolved, or is no http address
 * @param enabled whether the tool uses it
 * @param thirdParty whether it is not the distribution's own, as far as the address tells
 */
public record PackageSource(
    String file,
    String id,
    String uri,
    Optional<String> check,
    boolean enabled,
    boolean thirdParty) {}
