package io.github.kubeadmwizard.ssh;

import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;

/**
 * sshj asks for the key factory "ECDSA", a name that only Bouncy Castle knows; the JDK calls it
 * "EC". This provider gives the JDK's under that name, and nothing else.
 */
final class EcdsaName extends Provider {
  private static final long serialVersionUID = 1L;
  private static final String NAME = "KubeadmWizardEcdsa";

  private EcdsaName() {
    super(NAME, "1", "the JDK's EC keys under the name ECDSA");
    putService(new Service(this, "KeyFactory", "ECDSA", Keys.class.getName(), null, null));
  }

  /** Makes the name known to this JVM, once. */
  static void install() {
    if (Security.getProvider(NAME) == null) {
      Security.addProvider(new EcdsaName());
    }
  }

  /** The JDK's factory; public because the security framework makes it. */
  public static final class Keys extends KeyFactorySpi {
    private final KeyFactory jdk;

    /**
     * Made by the security framework.
     *
     * @throws NoSuchAlgorithmException never: every JDK has EC keys
     */
    public Keys() throws NoSuchAlgorithmException {
      jdk = KeyFactory.getInstance("EC");
    }

    @Override
    protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
      return jdk.generatePublic(spec);
    }

    @Override
    protected PrivateKey engineGeneratePrivate(KeySpec spec) throws InvalidKeySpecException {
      return jdk.generatePrivate(spec);
    }

    @Override
    protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> type)
        throws InvalidKeySpecException {
      return jdk.getKeySpec(key, type);
    }

    @Override
    protected Key engineTranslateKey(Key key) throws InvalidKeyException {
      return jdk.translateKey(key);
    }
  }
}
