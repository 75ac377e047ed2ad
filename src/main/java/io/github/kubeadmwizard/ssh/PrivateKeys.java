package io.github.kubeadmwizard.ssh;

import com.hierynomus.sshj.common.KeyDecryptionFailedException;
import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.userauth.password.PasswordUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads private keys, each once: opening one with a passphrase takes a tenth of a second by design,
 * and a hundred hosts share it.
 */
final class PrivateKeys {
  private static final String OPENSSH = "-----BEGIN OPENSSH PRIVATE KEY-----";
  private static final String PUTTY = "PuTTY-User-Key-File-";
  private static final String MAGIC = "openssh-key-v1\0";

  private final Map<Path, KeyPair> open = new ConcurrentHashMap<>();

  /**
   * Reads a key file.
   *
   * @param passphrase asked only if the key is locked
   */
  KeyPair read(Path file, java.util.function.Supplier<Optional<Secret>> passphrase)
      throws SshFailure {
    KeyPair known = open.get(file);
    if (known != null) {
      return known;
    }
    String text = text(file);
    Secret secret = null;
    if (isLocked(text)) {
      secret =
          passphrase
              .get()
              .orElseThrow(() -> new SshFailure(new SignInCause.PassphraseNeeded(file.toString())));
    }
    KeyPair pair = parse(file, text, secret);
    open.put(file, pair);
    return pair;
  }

  private static KeyPair parse(Path file, String text, @Nullable Secret passphrase)
      throws SshFailure {
    try {
      return text.startsWith(OPENSSH) ? openSsh(text, passphrase) : PemKey.read(text, passphrase);
    } catch (KeyDecryptionFailedException e) {
      throw new SshFailure(new SignInCause.PassphraseWrong(file.toString()), e);
    } catch (IOException | SSHRuntimeException | IllegalStateException e) {
      throw unreadable(file, Message.of("ssh.key.noKey"), e);
    }
  }

  private static KeyPair openSsh(String text, @Nullable Secret passphrase) throws IOException {
    var key = new OpenSSHKeyV1KeyFile();
    if (passphrase == null) {
      key.init(text, null, null);
    } else {
      // sshj wipes the array that it is given.
      key.init(text, null, PasswordUtils.createOneOff(passphrase.use(char[]::clone)));
    }
    return new KeyPair(key.getPublic(), key.getPrivate());
  }

  private static String text(Path file) throws SshFailure {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1).stripLeading();
    } catch (NoSuchFileException e) {
      throw unreadable(file, Message.of("ssh.key.missing"), e);
    } catch (AccessDeniedException e) {
      throw unreadable(file, Message.of("ssh.key.denied"), e);
    } catch (IOException e) {
      throw unreadable(file, Message.of("ssh.key.noKey"), e);
    }
    if (text.startsWith(PUTTY)) {
      throw unreadable(file, Message.of("ssh.key.putty"), null);
    }
    return text;
  }

  /** Whether a passphrase is needed; told from the file, without trying. */
  static boolean isLocked(String text) {
    if (text.startsWith(OPENSSH)) {
      return !openSshCipher(text).equals("none");
    }
    return text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED");
  }

  private static String openSshCipher(String text) {
    int end = text.indexOf("-----END");
    String body = text.substring(OPENSSH.length(), end < 0 ? text.length() : end);
    byte[] bytes = Base64.getMimeDecoder().decode(body);
    int at = MAGIC.length() + 4; // a length of four bytes, then the cipher's name
    if (bytes.length < at) {
      return "none"; // broken; said when it is read
    }
    int length = bytes[at - 1] & 0xff;
    return new String(bytes, at, Math.min(length, bytes.length - at), StandardCharsets.US_ASCII);
  }

  private static SshFailure unreadable(Path file, Message detail, @Nullable Exception e) {
    return new SshFailure(new SignInCause.KeyUnreadable(file.toString(), detail), e);
  }
}
