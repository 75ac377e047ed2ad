package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kubeadmwizard.ssh.HostKeyAnswer.KnownKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostKeysTest {
  private static final HostKey ED = new HostKey("ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAIA==");
  private static final HostKey OTHER = new HostKey("ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAIB==");
  private static final HostKey RSA = new HostKey("ssh-rsa", "AAAAB3NzaC1yc2EAAAADAQABAAAA");

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("known_hosts");
  }

  private Path own() {
    return directory.resolve("ours/known_hosts");
  }

  private HostKeys keys(String... lines) throws IOException {
    Files.writeString(file(), String.join("\n", lines) + "\n");
    return new HostKeys(file(), own());
  }

  private static String line(String hosts, HostKey key) {
    return hosts + " " + key.type() + " " + key.base64() + " a comment";
  }

  private KnownKey at(HostKey key, int line) {
    return new KnownKey(key, file().toString(), line);
  }

  @Test
  void aHostThatNobodyKnowsIsUnknown() {
    var keys = new HostKeys(file(), own());
    assertThat(keys.check("n1", 22, ED)).isEqualTo(new HostKeyAnswer.Unknown(ED));
  }

  @Test
  void aKnownKeyIsKnownWhateverTheNamesCase() throws IOException {
    var keys = keys("# a comment", "", line("n0,N1", ED));
    assertThat(keys.check("n1", 22, ED)).isEqualTo(new HostKeyAnswer.Known());
    assertThat(keys.check("N1", 22, ED)).isEqualTo(new HostKeyAnswer.Known());
  }

  @Test
  void anotherPortIsAnotherHost() throws IOException {
    var keys = keys(line("n1", ED), line("[n1]:2222", RSA));
    assertThat(keys.check("n1", 2222, RSA)).isEqualTo(new HostKeyAnswer.Known());
    assertThat(keys.check("n1", 2223, ED)).isEqualTo(new HostKeyAnswer.Unknown(ED));
  }

  @Test
  void aHashedNameIsFound() throws IOException {
    keys(line("n1,10.0.0.1", ED));
    Commands.run("ssh-keygen", "-q", "-H", "-f", file().toString());
    assertThat(Files.readString(file())).startsWith("|1|");
    var keys = new HostKeys(file(), own());
    assertThat(keys.check("10.0.0.1", 22, ED)).isEqualTo(new HostKeyAnswer.Known());
    assertThat(keys.check("10.0.0.2", 22, ED)).isEqualTo(new HostKeyAnswer.Unknown(ED));
  }

  @Test
  void patternsMatchAndExclude() throws IOException {
    var keys = keys(line("*.lan,!bad.lan,n?", ED));
    assertThat(keys.check("good.lan", 22, ED)).isEqualTo(new HostKeyAnswer.Known());
    assertThat(keys.check("n7", 22, ED)).isEqualTo(new HostKeyAnswer.Known());
    assertThat(keys.check("bad.lan", 22, ED)).isEqualTo(new HostKeyAnswer.Unknown(ED));
    assertThat(keys.check("goodXlan", 22, ED)).isEqualTo(new HostKeyAnswer.Unknown(ED));
  }

  @Test
  void anotherKeyOfTheSameTypeIsAChange() throws IOException {
    var keys = keys("# first", line("n1", ED));
    assertThat(keys.check("n1", 22, OTHER))
        .isEqualTo(new HostKeyAnswer.Changed(List.of(at(ED, 2)), OTHER));
  }

  @Test
  void aKeyOfAnotherTypeIsAChangeToo() throws IOException {
    var keys = keys(line("n1", RSA));
    assertThat(keys.check("n1", 22, ED))
        .isEqualTo(new HostKeyAnswer.Changed(List.of(at(RSA, 1)), ED));
    assertThat(keys.knownTypes("n1", 22)).containsExactly("ssh-rsa");
  }

  @Test
  void aRevokedKeyIsRefusedEvenIfItIsKnown() throws IOException {
    var keys = keys(line("n1", ED), "@revoked " + line("*", ED));
    assertThat(keys.check("n1", 22, ED)).isEqualTo(new HostKeyAnswer.Revoked(ED, at(ED, 2)));
    assertThat(keys.check("n2", 22, OTHER)).isEqualTo(new HostKeyAnswer.Unknown(OTHER));
  }

  @Test
  void anAuthoritysKeyIsNotAHostsKey() throws IOException {
    var keys = keys("@cert-authority " + line("n1", ED));
    assertThat(keys.check("n1", 22, ED)).isEqualTo(new HostKeyAnswer.Unknown(ED));
    assertThat(keys.knownTypes("n1", 22)).isEmpty();
  }

  @Test
  void linesThatAreNotUnderstoodArePassedOver() throws IOException {
    var keys = keys("n1", "n1 ssh-ed25519", "n1 ssh-ed25519 ***", "@revoked", line("n1", ED));
    assertThat(keys.check("n1", 22, ED)).isEqualTo(new HostKeyAnswer.Known());
  }

  @Test
  void anAcceptedKeyIsKeptInOurFileAlone() throws IOException {
    var keys = keys(line("n0", ED));
    keys.accept("n1", 2222, ED);
    keys.accept("n2", 22, RSA);
    assertThat(Files.readString(own()))
        .isEqualTo("[n1]:2222 ssh-ed25519 " + ED.base64() + "\nn2 ssh-rsa " + RSA.base64() + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file())).isEqualTo(line("n0", ED) + "\n");
    assertThat(new HostKeys(file(), own()).check("n1", 2222, ED))
        .isEqualTo(new HostKeyAnswer.Known());
  }

  @Test
  void aChangedKeyIsNeverAccepted() throws IOException {
    var keys = keys(line("n1", ED));
    assertThatThrownBy(() -> keys.accept("n1", 22, OTHER))
        .isInstanceOf(IllegalStateException.class);
    assertThat(own()).doesNotExist();
  }

  @Test
  void whatIsChangedInTheFileIsSeenAtOnce() throws IOException {
    var keys = keys(line("n1", ED));
    var old = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    Files.setLastModifiedTime(file(), old); // so that it is kept in memory
    assertThat(keys.check("n1", 22, ED)).isEqualTo(new HostKeyAnswer.Known());
    assertThat(keys.check("n1", 22, ED)).isEqualTo(new HostKeyAnswer.Known());

    Files.writeString(file(), line("n1", OTHER) + "\n"); // of the same length
    assertThat(keys.check("n1", 22, ED))
        .isEqualTo(new HostKeyAnswer.Changed(List.of(at(OTHER, 1)), ED));

    Files.writeString(file(), line("@revoked n1", ED) + "\n" + line("n1", OTHER) + "\n");
    assertThat(keys.check("n1", 22, ED)).isEqualTo(new HostKeyAnswer.Revoked(ED, at(ED, 1)));

    Path other = Files.writeString(directory.resolve("other"), line("n1", OTHER) + "\n");
    Files.setLastModifiedTime(other, old);
    Files.writeString(file(), line("n1", ED) + "\n");
    Files.setLastModifiedTime(file(), old);
    assertThat(keys.check("n1", 22, ED)).isEqualTo(new HostKeyAnswer.Known());
    Files.move(other, file(), StandardCopyOption.REPLACE_EXISTING); // of the same age too
    assertThat(keys.check("n1", 22, OTHER)).isEqualTo(new HostKeyAnswer.Known());

    Files.delete(file());
    assertThat(keys.check("n1", 22, ED)).isEqualTo(new HostKeyAnswer.Unknown(ED));
  }

  @Test
  void theFingerprintIsTheOneThatSshShows() throws IOException {
    Path key = directory.resolve("key");
    Commands.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    String[] words = Files.readString(Path.of(key + ".pub")).split(" ", -1);
    assertThat(Commands.run("ssh-keygen", "-l", "-f", key.toString()))
        .contains(" " + new HostKey(words[0], words[1]).fingerprint() + " ");
  }
}
