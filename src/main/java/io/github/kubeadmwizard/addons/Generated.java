package io.github.kubeadmwizard.addons;

/**
 * Made on a host of the cluster where it is not there yet: secret, and so given to the cluster by a
 * pipe and to nobody else.
 */
public sealed interface Generated {

  /**
   * A Secret of random letters.
   *
   * @param key under which the letters stand
   */
  record Letters(String namespace, String name, String key) implements Generated {}

  /**
   * A certificate that signs itself, in a Secret, and a ConfigMap by which others trust it.
   *
   * @param name of the Secret
   * @param certificate key of the Secret under which it stands
   * @param key the same of its private key
   * @param host the DNS name that it is for
   * @param reader where the ConfigMap is
   */
  record Certificate(
      String namespace, String name, String certificate, String key, String host, Reader reader)
      implements Generated {}

  /**
   * Who is to trust a certificate.
   *
   * @param name of the ConfigMap
   * @param key under which the text stands
   * @param text where {@code @CERTIFICATE@} stands for the certificate, as a string of JSON
   */
  record Reader(String namespace, String name, String key, String text) {}
}
