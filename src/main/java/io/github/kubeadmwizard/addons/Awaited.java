package io.github.kubeadmwizard.addons;

/** What has to work before an add-on is said to be installed. */
public sealed interface Awaited {

  /** The same for the script {@code wait-addon.sh}: what, namespace or {@code -}, name. */
  String line();

  /** Every replica is available. */
  record Deployment(String namespace, String name) implements Awaited {
    @Override
    public String line() {
      return "deployments " + namespace + " " + name;
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

  /** Its controller takes this class of gateways. */
  record GatewayClass(String name) implements Awaited {
    @Override
    public String line() {
      return "gatewayclasses - " + name;
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
