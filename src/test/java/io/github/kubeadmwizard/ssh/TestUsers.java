package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Users of this machine that live as long as the tests; only root can make them. */
final class TestUsers implements AutoCloseable {
  /** Blanks and Chinese on purpose. */
  static final String PASSWORD = "a pass word 密码 'quoted\" $HOME";

  private final String stem =
      "kw-test-" + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
  private final Path sudoers = Path.of("/etc/sudoers.d", stem);
  private final List<String> users = new ArrayList<>();

  /** May use sudo without a password. */
  final String free = add("f", "/bin/bash");

  /** May use sudo with a password. */
  final String asked = add("a", "/bin/bash");

  /** May not use sudo. */
  final String plain = add("p", "/bin/sh");

  /** May use sudo at a terminal only. */
  final String tty = add("t", "/bin/bash");

  /** May use sudo, which gives it a terminal of its own ({@code use_pty}). */
  final String pty = add("y", "/bin/bash");

  /** Has no shell. */
  final String locked = add("l", "/usr/sbin/nologin");

  TestUsers() throws IOException {
    String rules =
        String.join(
            "\n",
            free + " ALL=(ALL) NOPASSWD: ALL",
            asked + " ALL=(ALL) ALL",
            tty + " ALL=(ALL) NOPASSWD: ALL",
            pty + " ALL=(ALL) ALL",
            "Defaults:" + tty + " requiretty",
            "Defaults:" + pty + " use_pty",
            "Defaults:" + asked + " !use_pty",
            "Defaults:" + free + " !use_pty",
            "");
    Path made = Files.writeString(sudoers.resolveSibling(stem + ".new"), rules);
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("r--r-----"));
    Files.move(made, sudoers); // sudo leaves out names with a dot, and other tests may run it now
  }

  private String add(String ending, String shell) {
    String user = stem + ending;
    Commands.run("useradd", "--create-home", "--shell", shell, user);
    users.add(user);
    Commands.fed(user + ":" + PASSWORD + "\n", "chpasswd");
    return user;
  }

  List<String> all() {
    return List.copyOf(users);
  }

  @Override
  public void close() {
    Commands.run("rm", "-f", sudoers.toString());
    for (String user : users) {
      Commands.run("sh", "-c", "userdel --force --remove " + user + " 2>/dev/null || true");
    }
  }
}
