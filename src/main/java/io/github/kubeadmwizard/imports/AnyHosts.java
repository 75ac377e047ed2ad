package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads hosts out of whatever file a user brings, by what its name and its content look like. */
public final class AnyHosts {
  private final Path home;
  private final ClusterFile files;

  /**
   * @param home the user's home directory
   */
  public AnyHosts(Path home, ClusterFile files) {
    this.home = home;
    this.files = files;
  }

  /** The hosts of a file; one that can't be read gives none, and says why. */
  public HostList read(Path file, Setting setting) {
    try {
      return read(file.toString(), TextFile.read(file), setting);
    } catch (NoSuchFileException e) {
      return nothing(file, Message.of("imports.noFile"));
    } catch (TextFile.TooLarge e) {
      return nothing(file, Message.of("imports.tooLarge"));
    } catch (IOException e) {
      return nothing(
          file, Message.of("imports.unreadable", file.toString(), e.getClass().getSimpleName()));
    }
  }

  /**
   * The hosts of a text.
   *
   * @param name the file's name, or empty for a text without one
   */
  public HostList read(String name, String text, Setting setting) {
    if (text.indexOf('\0') >= 0) {
      return nothing(Path.of(""), Message.of("imports.notText"));
    }
    return read(HostFileKind.of(name, text), text, setting);
  }

  /** The hosts of a text of this kind. */
  public HostList read(HostFileKind kind, String text, Setting setting) {
    return switch (kind) {
      case LIST -> PastedHosts.read(text, setting);
      case SSH_CONFIG -> new SshConfigHosts(home).read(text, setting);
      case CSV -> CsvHosts.read(text, setting);
      case ANSIBLE_INI -> AnsibleInventory.readIni(text, setting);
      case ANSIBLE_YAML -> AnsibleInventory.readYaml(text, setting);
      case CLUSTER_FILE -> new ClusterFileHosts(files).read(text, setting);
    };
  }

  private static HostList nothing(Path file, Message why) {
    return new HostList(
        List.of(), List.of(new BadLine(1, file.toString(), why)), List.of(), Optional.empty());
  }

  /** Where ssh keeps what this user says of hosts. */
  public Path sshConfig() {
    return home.resolve(".ssh").resolve("config");
  }
}
