package io.github.kubeadmwizard.addons;

import java.time.Duration;

/** What has to work before an add-on is said to be installed. */
public sealed interface Awaited {

  /** The same for the script {@code wait-addon.sh}: what, namespace or {@code -}, name. */
  String line();

  /** How long it may take before it counts as failed. */
  default Duration patience() {
    return Duration.ofMinutes(15);
  }

  /** Every replica is available. */
  record Deployment(String namespace, String name) implements Awaited {
    @Override
    public String line() {
      return "deployments " + namespace + " " + name;
    }
  }

  /** Every replica is available; something else makes it. */
  record StatefulSet(String namespace, String name) implements Awaited {
    @Override
    public String line() {
      return "statefulsets " + namespace + " " + name;
    }
  }

  /** Every node that it is for has its pod. */
  record DaemonSet(String namespace, String name) implements Awaited {
    @Override
    public String line() {
      return "daemonsets " + namespace + " " + name;
    }
  }

  /** Objects of a new kind can be made. */
  record Kind(String name) implements Awaited {
    @Override
    public String line() {
      return "crds - " + name;
    }
  }

  /** The API server passes requests on to it. */
  record Api(String name) implements Awaited {
    @Override
    public String line() {
      return "apiservices - " + name;
    }
  }

  /**
   * Ceph says HEALTH_OK, and each disk of its nodes is in use. Its images are large and its daemons
   * start one after another.
   */
  record Ceph(String namespace, String name) implements Awaited {
    @Override
    public String line() {
      return "ceph " + namespace + " " + name;
    }

    @Override
    public Duration patience() {
      return Duration.ofMinutes(45);
    }
  }

  /**
   * An object's phase is Ready.
   *
   * @param kind as kubectl is asked for it
   */
  record ReadyPhase(String namespace, String kind, String name) implements Awaited {
    @Override
    public String line() {
      return "ready " + namespace + " " + kind + "/" + name;
    }
  }

  /** Its controller takes this class of gateways. */
  record GatewayClass(String name) implements Awaited {
    @Override
    public String line() {
      return "gatewayclasses - " + name;
    }
  }

  /**
   * The page of this name answers, by HTTPS through this Service. A ConfigMap that Traefik reads
   * reaches its pod within two minutes.
   */
  record Page(String namespace, String service, String host) implements Awaited {
    @Override
    public String line() {
      return "page " + namespace + " " + service + "/" + host;
    }
  }

  /** {@code kubectl top nodes} answers for so many nodes. */
  record NodeMetrics(int nodes) implements Awaited {
    @Override
    public String line() {
      return "metrics - " + nodes;
    }
  }
}
