package io.github.kubeadmwizard.ssh;

import com.hierynomus.sshj.common.KeyDecryptionFailedException;
import io.github.kubeadmwizard.text.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import net.schmizz.sshj.common.Ed25519KeyFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/**
 * A private key in PEM: PKCS#1, SEC 1 or PKCS#8, locked or not. sshj's own reader knows no Ed25519
 * and needs the public part; Bouncy Castle is used as a library here, not as a JVM-wide provider.
 */
final class PemKey {
  private PemKey() {}

  static KeyPair read(String text, @Nullable Secret passphrase) throws IOException {
    try (var parser = new PEMParser(new StringReader(text))) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        PrivateKeyInfo info = privateKey(part, passphrase);
        if (info != null) {
          return pair(info);
        }
      }
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException(e);
    }
    throw new IOException("no private key in it");
  }

  /** Null for another part of the file, such as the parameters of a curve. */
  private static @Nullable PrivateKeyInfo privateKey(Object part, @Nullable Secret passphrase)
      throws IOException, OperatorCreationException {
    return switch (part) {
      case PEMKeyPair open -> open.getPrivateKeyInfo();
      case PrivateKeyInfo open -> open;
      case PEMEncryptedKeyPair locked -> unlock(locked, passphrase);
      case PKCS8EncryptedPrivateKeyInfo locked -> unlock(locked, passphrase);
      default -> null;
    };
  }

  private static PrivateKeyInfo unlock(PEMEncryptedKeyPair locked, @Nullable Secret passphrase)
      throws IOException {
    char[] characters = characters(passphrase);
    try {
      return locked.decryptKeyPair(new BcPEMDecryptorProvider(characters)).getPrivateKeyInfo();
    } catch (PEMException e) {
      throw new KeyDecryptionFailedException(e);
    } finally {
      java.util.Arrays.fill(characters, '\0');
    }
  }

  private static PrivateKeyInfo unlock(
      PKCS8EncryptedPrivateKeyInfo locked, @Nullable Secret passphrase)
      throws IOException, OperatorCreationException {
    char[] characters = characters(passphrase);
    try {
      return locked.decryptPrivateKeyInfo(
          new JceOpenSSLPKCS8DecryptorProviderBuilder()
              .setProvider(new BouncyCastleProvider())
              .build(characters));
    } catch (PKCSException e) {
      throw new KeyDecryptionFailedException(new IOException(e));
    } finally {
      java.util.Arrays.fill(characters, '\0');
    }
  }

  private static char[] characters(@Nullable Secret passphrase) throws IOException {
    if (passphrase == null) {
      throw new IOException("locked");
    }
    return passphrase.use(char[]::clone);
  }

  private static KeyPair pair(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
    AsymmetricKeyParameter key = PrivateKeyFactory.createKey(info);
    return switch (key) {
      case RSAPrivateCrtKeyParameters rsa ->
          pair("RSA", info, new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent()));
      case ECPrivateKeyParameters ec -> pair("EC", info, publicKey(ec));
      case Ed25519PrivateKeyParameters ed ->
          new KeyPair(
              Ed25519KeyFactory.getPublicKey(ed.generatePublicKey().getEncoded()),
              Ed25519KeyFactory.getPrivateKey(ed.getEncoded()));
      default -> throw new IOException("a key of a kind that SSH does not use");
    };
  }

  private static ECPublicKeyParameters publicKey(ECPrivateKeyParameters ec) {
    var point = new FixedPointCombMultiplier().multiply(ec.getParameters().getG(), ec.getD());
    return new ECPublicKeyParameters(point, ec.getParameters());
  }

  private static KeyPair pair(String kind, PrivateKeyInfo info, AsymmetricKeyParameter publicPart)
      throws IOException, GeneralSecurityException {
    var factory = KeyFactory.getInstance(kind);
    byte[] encoded =
        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicPart).getEncoded();
    PublicKey open = factory.generatePublic(new X509EncodedKeySpec(encoded));
    PrivateKey hidden = factory.generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    return new KeyPair(open, hidden);
  }
}
