package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.Choice;

/**
 * The keys of certificates. Source: kubeadm v1beta4: EncryptionAlgorithmType; ECDSA-P384 since
 * 1.34.
 */
public enum EncryptionAlgorithm implements Choice {
  ECDSA_P256("ECDSA-P256"),
  ECDSA_P384("ECDSA-P384"),
  RSA_2048("RSA-2048"),
  RSA_3072("RSA-3072"),
  RSA_4096("RSA-4096");

  private final String text;

  EncryptionAlgorithm(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
