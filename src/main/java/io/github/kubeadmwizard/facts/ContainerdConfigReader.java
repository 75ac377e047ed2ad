package io.github.kubeadmwizard.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads, line by line, the keys of containerd's configuration that decide about Kubernetes. */
final class ContainerdConfigReader {
  private static final Pattern STRING = Pattern.compile("[\"']([^\"']*)[\"']");

  private OptionalInt version = OptionalInt.empty();
  private Optional<Boolean> systemdCgroup = Optional.empty();
  private Optional<String> sandbox = Optional.empty();
  private Optional<String> configPath = Optional.empty();
  private final List<String> disabled = new ArrayList<>();
  private final List<String> imports = new ArrayList<>();
  private String table = "";
  private String openArray = "";

  private ContainerdConfigReader() {}

  static ContainerdConfig read(FactsOutput out) {
    if (out.all("text", "containerd-config").findAny().isEmpty()) {
      return ContainerdConfig.absent();
    }
    var reader = new ContainerdConfigReader();
    out.text("containerd-config").forEach(line -> reader.line(line.replaceFirst("^\\s*#.*", "")));
    boolean criDisabled =
        reader.disabled.stream()
            .anyMatch(name ->
                name.equals("cri")
                    || name.matches("io\\.containerd\\.(grpc\\.v1\\.cri|cri\\.v1\\..*)"));
    return new ContainerdConfig(
        true,
        reader.version,
        criDisabled,
        reader.systemdCgroup,
        reader.sandbox,
        reader.configPath,
        reader.imports);
  }

  private void line(String line) {
    var text = line.strip();
    if (!openArray.isEmpty()) {
      array(text);
    } else if (text.startsWith("[")) {
      table = text;
    } else if (text.indexOf('=') > 0) {
      int sign = text.indexOf('=');
      value(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
    }
  }

  private void value(String key, String value) {
    switch (key) {
      case "version" -> version = table.isEmpty() ? Text.leading(value) : version;
      case "disabled_plugins", "imports" -> {
        openArray = key;
        array(value);
      }
      case "SystemdCgroup" -> systemdCgroup = Optional.of(value.startsWith("true"));
      case "sandbox", "sandbox_image" -> sandbox = string(value);
      case "config_path" -> {
        if (table.contains("registry")) {
          configPath = string(value);
        }
      }
      default -> {}
    }
  }

  private void array(String text) {
    var target = openArray.equals("imports") ? imports : disabled;
    STRING.matcher(text).results().forEach(found -> target.add(found.group(1)));
    if (text.contains("]")) {
      openArray = "";
    }
  }

  private static Optional<String> string(String value) {
    var found = STRING.matcher(value);
    return found.find() ? Optional.of(found.group(1)).filter(t -> !t.isEmpty()) : Optional.empty();
  }
}
