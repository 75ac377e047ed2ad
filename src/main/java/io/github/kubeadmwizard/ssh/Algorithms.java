package io.github.kubeadmwizard.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.transport.cipher.Cipher;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.kex.KeyExchange;
import net.schmizz.sshj.transport.mac.MAC;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;

/**
 * What we speak: today's algorithms alone (sshj's own default begins with arcfour, CBC and
 * hmac-sha1), over the JDK's own ciphers. Bouncy Castle is never registered: as a JVM-wide provider
 * it makes AES three times slower. What it does quicker, the curve 25519, is asked of it by name.
 */
final class Algorithms {
  static {
    useTheJdks();
  }

  private Algorithms() {}

  /**
   * Keeps sshj from taking Bouncy Castle for all cryptography, which it does by itself with the
   * first key that it reads: its AES, in Java, takes many times what the JDK's takes, in the
   * processor.
   */
  static void useTheJdks() {
    SecurityUtils.setRegisterBouncyCastle(false);
  }

  /** A configuration; costly enough to be shared by all connections of a connector. */
  static Config config() {
    EcdsaName.install();
    var config = new ConfigImpl();
    config.setLoggerFactory(new QuietLogs());
    config.setVersion("KubeadmWizard");
    config.setRandomFactory(new SingletonRandomFactory(new JCERandom.Factory()));
    config.setKeyExchangeFactories(keyExchanges());
    config.setKeyAlgorithms(keys());
    config.setCipherFactories(ciphers());
    config.setMACFactories(macs());
    config.setCompressionFactories(List.of(new NoneCompression.Factory()));
    config.setFileKeyProviderFactories(List.of());
    config.setKeepAliveProvider(KeepAliveProvider.HEARTBEAT); // never started: see PeerCheck
    return config;
  }

  private static List<Factory.Named<KeyExchange>> keyExchanges() {
    return List.of(
        new Made<>("mlkem768x25519-sha256", MlKemX25519::new),
        new Made<>("curve25519-sha256", Curve25519::new),
        new Made<>("curve25519-sha256@libssh.org", Curve25519::new),
        new ECDHNistP.Factory521(),
        new ECDHNistP.Factory384(),
        new ECDHNistP.Factory256(),
        DHGroups.Group16SHA512(),
        DHGroups.Group18SHA512(),
        new DHGexSHA256.Factory(),
        DHGroups.Group14SHA256(),
        new ExtInfoClientFactory());
  }

  private static List<Factory.Named<KeyAlgorithm>> keys() {
    return List.of(
        Ed25519.algorithm(),
        KeyAlgorithms.ECDSASHANistp256(),
        KeyAlgorithms.ECDSASHANistp384(),
        KeyAlgorithms.ECDSASHANistp521(),
        KeyAlgorithms.RSASHA512(),
        KeyAlgorithms.RSASHA256());
  }

  private static List<Factory.Named<Cipher>> ciphers() {
    return List.of(
        GcmCiphers.AES128GCM(),
        GcmCiphers.AES256GCM(),
        BlockCiphers.AES256CTR(),
        BlockCiphers.AES192CTR(),
        BlockCiphers.AES128CTR(),
        new Made<>("chacha20-poly1305@openssh.com", ChaChaPoly::new));
  }

  private static List<Factory.Named<MAC>> macs() {
    return List.of(
        Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm(), Macs.HMACSHA2256(), Macs.HMACSHA2512());
  }

  /** The signature algorithms by which a host can show a key of this type. */
  static List<String> signaturesOf(String keyType) {
    return keyType.equals("ssh-rsa") ? List.of("rsa-sha2-512", "rsa-sha2-256") : List.of(keyType);
  }
}
