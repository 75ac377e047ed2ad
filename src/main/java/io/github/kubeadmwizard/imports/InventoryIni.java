package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads an inventory in Ansible's INI form. */
final class InventoryIni {
  private static final Pattern SECTION =
      Pattern.compile("\\[([^\\[\\]:\\s]+)(?::(children|vars|hosts))?]\\s*(?:[#;].*)?");

  private static final String NO_GROUP = "ungrouped";

  private final Inventory inventory = new Inventory();
  private final Gathering gathering;
  private final InventoryValues values;
  private String group = NO_GROUP;
  private String kind = "hosts";

  InventoryIni(Gathering gathering) {
    this.gathering = gathering;
    this.values = new InventoryValues(gathering);
  }

  Inventory read(String text) {
    int number = 0;
    for (String each : text.split("\\R", -1)) {
      number++;
      var line = each.strip();
      if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith(";")) {
        read(number, line);
      }
    }
    return inventory;
  }

  private void read(int number, String line) {
    var section = SECTION.matcher(line);
    if (section.matches()) {
      group = section.group(1);
      kind = section.group(2) == null ? "hosts" : section.group(2);
    } else if (line.matches("\\[[^\\]]*(?:]?\\s*)") && !line.matches("\\[[0-9a-fA-F:.]+]")) {
      kind = "unknown"; // its lines belong to no group that we know
      gathering.bad(number, line, Message.of("imports.ansible.section"));
    } else {
      inSection(number, line);
    }
  }

  private void inSection(int number, String line) {
    switch (kind) {
      case "children" -> inventory.child(group, Tokens.of(line, " \t").getFirst());
      case "vars" -> variable(number, line);
      case "hosts" -> hosts(number, line);
      default -> {}
    }
  }

  private void variable(int number, String line) {
    int equals = line.indexOf('=');
    var name = equals < 0 ? line : line.substring(0, equals).strip();
    var value = equals < 0 ? "" : String.join(" ", Tokens.of(line.substring(equals + 1), " \t"));
    if (values.takes(number, name, value)) {
      inventory.variable(group, name, value);
    }
  }

  private void hosts(int number, String line) {
    var tokens = Tokens.of(line, " \t");
    var variables = variables(number, tokens.subList(1, tokens.size()));
    try {
      for (String name : HostRange.names(tokens.getFirst())) {
        inventory.host(group, name, number, line, variables);
      }
    } catch (Refused e) {
      gathering.bad(number, line, e.why());
    }
  }

  private Map<String, String> variables(int number, List<String> tokens) {
    var variables = new LinkedHashMap<String, String>();
    for (String token : tokens) {
      int equals = token.indexOf('=');
      if (equals > 0
          && values.takes(number, token.substring(0, equals), token.substring(equals + 1))) {
        variables.put(token.substring(0, equals), token.substring(equals + 1));
      }
    }
    return variables;
  }
}
