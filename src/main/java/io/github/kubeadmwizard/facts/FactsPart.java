package io.github.kubeadmwizard.facts;

/** One part of {@link HostFacts}; a script's section fills one, a test replaces one. */
public sealed interface FactsPart
    permits Os,
        Machine,
        Kernel,
        InitSystem,
        Storage,
        Network,
        Clock,
        Firewall,
        Security,
        Runtimes,
        Kubernetes,
        Leftovers,
        Packages,
        Login,
        Reading {}
