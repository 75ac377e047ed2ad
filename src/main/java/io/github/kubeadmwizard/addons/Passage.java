package io.github.kubeadmwizard.addons;

/**
 * Traffic between nodes that a pod network needs.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, or {@code ipip} for IP protocol 4
 * @param ports port or range such as {@code 6783-6784}; empty for protocols without ports
 * @param why what it is for, in the field's terms
 */
public record Passage(String protocol, String ports, String why) {}
