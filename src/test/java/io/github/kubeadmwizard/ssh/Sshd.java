package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** A real OpenSSH server on ports of its own of 127.0.0.1, with its own host keys. */
final class Sshd implements AutoCloseable {
  final Path directory;
  final int port = freePort();

  /** Takes no "password", only "keyboard-interactive". */
  final int interactivePort = freePort();

  /** Wants a key and then a password. */
  final int bothPort = freePort();

  private final Process process;

  Sshd(Path directory, List<String> keyTypes) throws IOException {
    this(directory, keyTypes, "");
  }

  Sshd(Path directory, List<String> keyTypes, String more) throws IOException {
    this.directory = directory;
    Files.createDirectories(Path.of("/run/sshd"));
    Files.createDirectories(directory.resolve("authorized"));
    var hostKeys = new StringBuilder();
    for (String type : keyTypes) {
      Commands.run("ssh-keygen", "-q", "-t", type, "-N", "", "-f", hostKey(type).toString());
      hostKeys.append("HostKey ").append(hostKey(type)).append('\n');
    }
    Path config = directory.resolve("sshd_config");
    Files.writeString(config, config(hostKeys.toString(), more));
    process =
        new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    awaitPort();
  }

  private String config(String hostKeys, String more) {
    return """
    %s
    ListenAddress 127.0.0.1
    Port %d
    Port %d
    Port %d
    %s
    UsePAM yes
    PidFile none
    StrictModes no
    PermitRootLogin yes
    PasswordAuthentication yes
    KbdInteractiveAuthentication no
    AuthorizedKeysFile %s/authorized/%%u
    Subsystem sftp internal-sftp
    MaxStartups 100:30:200
    %s
    Match LocalPort %d
      PasswordAuthentication no
      KbdInteractiveAuthentication yes
    Match LocalPort %d
      AuthenticationMethods publickey,password
    """
        .formatted(
            more, // the first of two settings counts
            port,
            interactivePort,
            bothPort,
            hostKeys,
            directory,
            newerThan98() ? "PerSourcePenalties no" : "",
            interactivePort,
            bothPort);
  }

  /** From 9.8 on it locks out whoever fails to log in. */
  private static boolean newerThan98() {
    var version = Pattern.compile("OpenSSH_(\\d+)\\.(\\d+)").matcher(Commands.run("ssh", "-V"));
    return version.find()
        && Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2)) >= 908;
  }

  Path hostKey(String type) {
    return directory.resolve("host_" + type);
  }

  /** The host's key as it stands in known_hosts, without the host's name. */
  String publicKey(String type) throws IOException {
    String[] words = Files.readString(Path.of(hostKey(type) + ".pub")).split(" ", -1);
    return words[0] + " " + words[1].strip();
  }

  /** Lets this key in for the user. */
  void authorize(String user, Path privateKey) throws IOException {
    String line = Commands.run("ssh-keygen", "-y", "-P", "", "-f", privateKey.toString());
    authorizeLine(user, line);
  }

  void authorizeLine(String user, String line) throws IOException {
    Path file = directory.resolve("authorized").resolve(user);
    String before = Files.exists(file) ? Files.readString(file) : "";
    Files.writeString(file, before + line.strip() + "\n");
  }

  /** The processes that serve connections. */
  List<ProcessHandle> sessions() {
    return process.descendants().filter(p -> isSshd(p)).toList();
  }

  private static boolean isSshd(ProcessHandle handle) {
    try {
      return Files.readString(Path.of("/proc/" + handle.pid() + "/comm")).startsWith("sshd");
    } catch (IOException _) {
      return false;
    }
  }

  private void awaitPort() throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        if (System.nanoTime() > end || !process.isAlive()) {
          throw new IOException(Files.readString(directory.resolve("log")), e);
        }
      }
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> sessions = sessions();
    process.destroyForcibly();
    sessions.forEach(ProcessHandle::destroyForcibly);
  }
}
