package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.util.HexFormat;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Ed25519KeyFactory;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.transport.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Bouncy Castle does of the curve 25519, beside the JDK and the documents. */
final class Curve25519Test {
  private static final byte[] MESSAGE = "what both have said".getBytes(StandardCharsets.UTF_8);

  private static KeyPair pair(String algorithm) throws Exception {
    return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
  }

  private static byte[] blob(String type, byte[] signature) {
    return new Buffer.PlainBuffer().putString(type).putBytes(signature).getCompactData();
  }

  private static byte[] signed(KeyPair pair) {
    var signature = new Ed25519();
    signature.initSign(pair.getPrivate());
    signature.update(MESSAGE);
    return signature.sign();
  }

  private static boolean verified(KeyPair pair, byte[] message, byte[] blob) {
    var signature = new Ed25519();
    signature.initVerify(pair.getPublic());
    signature.update(message, 0, 4);
    signature.update(message, 4, message.length - 4);
    return signature.verify(blob);
  }

  @Test
  void theJdkAcceptsWhatWeSign() throws Exception {
    KeyPair pair = pair("Ed25519");
    var jdks = java.security.Signature.getInstance("Ed25519");
    jdks.initVerify(pair.getPublic());
    jdks.update(MESSAGE);
    assertThat(jdks.verify(signed(pair))).isTrue();
  }

  /** RFC 8032, section 7.1, test 3. */
  @Test
  void weSignAsTheRfcDoes() throws Exception {
    HexFormat hex = HexFormat.of();
    byte[] secret =
        hex.parseHex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
    byte[] told = hex.parseHex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    var pair =
        new KeyPair(Ed25519KeyFactory.getPublicKey(told), Ed25519KeyFactory.getPrivateKey(secret));
    assertThat(pair.getPrivate()).isInstanceOf(EdECPrivateKey.class);
    var signature = new Ed25519();
    signature.initSign(pair.getPrivate());
    signature.update(new byte[] {(byte) 0xaf, (byte) 0x82});
    assertThat(hex.formatHex(signature.sign()))
        .isEqualTo(
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
  }

  @Test
  void weAcceptWhatTheJdkSigns() throws Exception {
    KeyPair pair = pair("Ed25519");
    var jdks = java.security.Signature.getInstance("Ed25519");
    jdks.initSign(pair.getPrivate());
    jdks.update(MESSAGE);
    assertThat(verified(pair, MESSAGE, blob("ssh-ed25519", jdks.sign()))).isTrue();
  }

  @Test
  void nothingElseIsAccepted() throws Exception {
    KeyPair pair = pair("Ed25519");
    byte[] right = signed(pair);
    byte[] other = MESSAGE.clone();
    other[0]++;
    byte[] bent = right.clone();
    bent[40]++;
    assertThat(verified(pair, MESSAGE, blob("ssh-ed25519", right))).isTrue();
    assertThat(verified(pair, other, blob("ssh-ed25519", right))).isFalse();
    assertThat(verified(pair, MESSAGE, blob("ssh-ed25519", bent))).isFalse();
    assertThat(verified(pair("Ed25519"), MESSAGE, blob("ssh-ed25519", right))).isFalse();
    assertThat(verified(pair, MESSAGE, blob("ssh-ed448", right))).isFalse();
    assertThat(verified(pair, MESSAGE, blob("ssh-ed25519", new byte[0]))).isFalse();
    assertThat(verified(pair, MESSAGE, new byte[] {0, 0, 0, 99})).isFalse();
  }

  @Test
  void keysOfOtherKindsAreRefused() throws Exception {
    KeyPair rsa = pair("RSA");
    assertThatThrownBy(() -> new Ed25519().initSign(rsa.getPrivate()))
        .isInstanceOf(SSHRuntimeException.class);
    assertThatThrownBy(() -> new Ed25519().initVerify(rsa.getPublic()))
        .isInstanceOf(SSHRuntimeException.class);
  }

  @Test
  void bothSidesComeToTheSameSecret() throws Exception {
    var here = new X25519Keys();
    var there = new X25519Keys();
    byte[] told = here.told();
    assertThat(here.agree(there.told())).isEqualTo(there.agree(told)).isNotEqualTo(new byte[32]);
  }

  /** RFC 8731, section 3: the secret must not be all zeros; keys of another length are none. */
  @ParameterizedTest
  @ValueSource(ints = {0, 31, 32, 33})
  void aKeyThatMakesTheSecretKnownIsRefused(int length) {
    assertThatThrownBy(() -> new X25519Keys().agree(new byte[length]))
        .isInstanceOf(TransportException.class);
  }
}
