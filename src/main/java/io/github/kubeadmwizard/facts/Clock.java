package io.github.kubeadmwizard.facts;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The host's time.
 *
 * @param epochNanos nanoseconds since 1970 UTC when the script read it; compare it with the middle
 *     of the round trip on this side; empty where the shell could not say
 * @param synchronised whether systemd's timedate says NTP synchronised
 * @param service who keeps the time: chrony, systemd-timesyncd, ntpd, ntpsec, openntpd …
 * @param zone such as Europe/Berlin
 */
public record Clock(
    OptionalLong epochNanos,
    Optional<Boolean> synchronised,
    Optional<String> service,
    Optional<String> zone)
    implements FactsPart {}
