package io.github.kubeadmwizard.imports;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a text with hosts may be. */
public enum HostFileKind {
  /** One host or several on each line. */
  LIST,
  SSH_CONFIG,
  CSV,
  ANSIBLE_INI,
  ANSIBLE_YAML,
  CLUSTER_FILE;

  private static final Pattern CLUSTER =
      Pattern.compile("(?m)^(?:apiVersion:\\s*[\"']?kubeadm-wizard/|kind:\\s*Cluster\\b|hosts:)");
  private static final Pattern YAML_GROUPS =
      Pattern.compile(
          "(?m)^[A-Za-z_][\\w-]*:\\s*(?:#.*)?\\R(?:\\s*#.*\\R)*[ ]+(?:hosts|children|vars):");
  private static final Pattern SSH_HOST =
      Pattern.compile("(?im)^[ \\t]*(?:Host|Match|Include)[ \\t=]+\\S");
  private static final Pattern SSH_KEYWORD =
      Pattern.compile(
          "(?im)^[ \\t]*(?:HostName|User|Port|IdentityFile|ProxyJump|Include|ForwardAgent)["
              + " \\t=]+\\S");
  private static final Pattern SECTION = Pattern.compile("(?m)^\\[[A-Za-z_][\\w.:-]*][ \\t]*$");
  private static final Pattern ANSIBLE_VARIABLE = Pattern.compile("\\bansible_\\w+\\s*=");

  /**
   * The likeliest kind.
   *
   * @param name the file's name, or empty for a text without one
   */
  public static HostFileKind of(String name, String text) {
    var ending = name.toLowerCase(Locale.ROOT).replaceFirst(".*[./\\\\]", "");
    return switch (ending) {
      case "csv", "tsv" -> CSV;
      case "yaml", "yml" -> yaml(text);
      case "ini" -> ANSIBLE_INI;
      case "config", "ssh_config" -> SSH_CONFIG;
      default -> byContent(text);
    };
  }

  private static HostFileKind yaml(String text) {
    return CLUSTER.matcher(text).find() ? CLUSTER_FILE : ANSIBLE_YAML;
  }

  private static HostFileKind byContent(String text) {
    if (CLUSTER.matcher(text).find()) {
      return CLUSTER_FILE;
    }
    if (YAML_GROUPS.matcher(text).find()) {
      return ANSIBLE_YAML;
    }
    if (SSH_HOST.matcher(text).find() && SSH_KEYWORD.matcher(text).find()) {
      return SSH_CONFIG;
    }
    if (SECTION.matcher(text).find()
        || ANSIBLE_VARIABLE.matcher(text).find()
        || InventoryValues.isVault(text)) {
      return ANSIBLE_INI;
    }
    return hasHeader(text) ? CSV : LIST;
  }

  private static boolean hasHeader(String text) {
    var first = text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).findFirst();
    var rows = CsvText.rows(first.orElse(""));
    return !rows.isEmpty() && CsvColumns.of(rows.getFirst().cells()).isPresent();
  }
}
