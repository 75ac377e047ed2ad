package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.text.Message;

/** Why we are signed in but cannot act as root. */
public sealed interface RootCause extends SshCause {

  /** sudo wants a password and none was given. */
  record SudoPasswordNeeded(String user) implements RootCause {
    @Override
    public String id() {
      return "ssh.sudo.passwordNeeded";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.sudo.passwordNeeded.what", user),
          Message.of("ssh.sudo.passwordNeeded.why"),
          Message.of("ssh.sudo.passwordNeeded.remedy"));
    }
  }

  /** sudo asked again after the password. */
  record SudoPasswordWrong(String user) implements RootCause {
    @Override
    public String id() {
      return "ssh.sudo.passwordWrong";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.sudo.passwordWrong.what", user),
          Message.of("ssh.sudo.passwordWrong.why"),
          Message.of("ssh.sudo.passwordWrong.remedy"));
    }
  }

  /**
   * The user may not become root.
   *
   * @param said sudo's own words
   */
  record SudoNotAllowed(String user, String said) implements RootCause {
    @Override
    public String id() {
      return "ssh.sudo.notAllowed";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.sudo.notAllowed.what", user),
          Message.of("ssh.sudo.notAllowed.why", said),
          Message.of("ssh.sudo.notAllowed.remedy", user));
    }
  }

  /** sudoers has {@code requiretty}. */
  record SudoNeedsTty(String user) implements RootCause {
    @Override
    public String id() {
      return "ssh.sudo.needsTty";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.sudo.needsTty.what", user),
          Message.of("ssh.sudo.needsTty.why"),
          Message.of("ssh.sudo.needsTty.remedy", user));
    }
  }

  /** There is no sudo. */
  record SudoMissing(String user) implements RootCause {
    @Override
    public String id() {
      return "ssh.sudo.missing";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.sudo.missing.what"),
          Message.of("ssh.sudo.missing.why", user),
          Message.of("ssh.sudo.missing.remedy"));
    }
  }

  /**
   * Another system.
   *
   * @param system what it calls itself, or empty
   */
  record NotLinux(String system) implements RootCause {
    @Override
    public String id() {
      return "ssh.notLinux";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.notLinux.what"),
          Message.of("ssh.notLinux.why", system),
          Message.of("ssh.notLinux.remedy"));
    }
  }

  /** No {@code /bin/bash}. */
  record NoBash() implements RootCause {
    @Override
    public String id() {
      return "ssh.noBash";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.noBash.what"),
          Message.of("ssh.noBash.why"),
          Message.of("ssh.noBash.remedy"));
    }
  }

  /**
   * The login shell runs no command (nologin, false, a forced command).
   *
   * @param said what it said
   */
  record LoginShellRefuses(String user, String said) implements RootCause {
    @Override
    public String id() {
      return "ssh.loginShell";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.loginShell.what", user),
          Message.of("ssh.loginShell.why", said),
          Message.of("ssh.loginShell.remedy", user));
    }
  }

  /** A file could not be put in its place on the host. */
  record UploadFailed(String path, String said) implements RootCause {
    @Override
    public String id() {
      return "ssh.upload";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.upload.what", path),
          Message.of("ssh.upload.why", said),
          Message.of("ssh.upload.remedy"));
    }
  }
}
