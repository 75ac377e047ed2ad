package io.github.kubeadmwizard.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The systemd units that were asked for. */
final class Units {
  private final Map<String, Map<String, String>> byId = new LinkedHashMap<>();

  Units(FactsOutput out) {
    for (var block : Text.paragraphs(out.text("services"))) {
      var values = Text.assignments(block);
      var id = values.get("Id");
      if (id != null) {
        byId.put(id, values);
      }
    }
  }

  /** The unit's state, or an absent one. */
  Service service(String unit) {
    var values = byId.get(unit);
    return values == null ? Service.absent(unit) : service(unit, values);
  }

  boolean isActive(String unit) {
    return service(unit).isActive();
  }

  /** All services, sockets and timers that systemd knows. */
  SortedMap<String, Service> existing() {
    var result = new TreeMap<String, Service>();
    byId.forEach((id, values) -> {
      if (!id.endsWith(".swap") && !"not-found".equals(values.get("LoadState"))) {
        result.put(id, service(id, values));
      }
    });
    return result;
  }

  /** The values of the swap units that come from a file. */
  List<Map<String, String>> swaps() {
    return byId.entrySet().stream()
        .filter(unit -> unit.getKey().endsWith(".swap"))
        .map(Map.Entry::getValue)
        .filter(values -> Text.value(values, "FragmentPath").isPresent())
        .toList();
  }

  private static Service service(String unit, Map<String, String> values) {
    return new Service(
        unit,
        "loaded".equals(values.get("LoadState")),
        values.getOrDefault("ActiveState", "inactive"),
        values.getOrDefault("UnitFileState", ""));
  }
}
