package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Before;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.manifests.ObjectName;
import io.github.kubeadmwizard.practice.Recording.Moment;
import io.github.kubeadmwizard.practice.Recording.Take;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds how an action goes on a machine: what was recorded, with the names of this cluster. */
final class Casting {
  private static final String DOMAIN = ".kubeadm-wizard.internal";
  private static final String USUAL_VERSION = "1.36.4";
  private static final long USUAL_MILLIS = 900;

  private final PracticeMachines machines;
  private final PracticeMachine machine;
  private final Action action;

  Casting(PracticeMachines machines, PracticeMachine machine, Action action) {
    this.machines = machines;
    this.machine = machine;
    this.action = action;
  }

  /** Remembers what an action tells of the cluster. */
  static void note(PracticeMachine machine, Action action) {
    if (action instanceof Action.HostsEntries(_, _, var names)) {
      names.values().stream()
          .flatMap(List::stream)
          .filter(name -> name.endsWith(DOMAIN))
          .findFirst()
          .ifPresent(name -> machine.cluster = name.substring(0, name.length() - DOMAIN.length()));
    }
  }

  Script script(String phase) {
    String role = machine.controlPlaneWanted ? Recording.CONTROL_PLANE : Recording.WORKER;
    Optional<Take> take =
        machines.recording().take(role, phase, action.id().replaceFirst("^mend-", ""));
    Map<String, String> names = names();
    return new Script(
        moments(take),
        take.map(Take::millis).orElse(USUAL_MILLIS),
        take.map(Take::unchanged).orElse(action instanceof Action.WaitUntil),
        take.map(Take::before).orElse(List.of()).stream().map(b -> filled(b, names)).toList(),
        names);
  }

  private static Before filled(Before before, Map<String, String> names) {
    var fields = new TreeMap<String, String>();
    before.fields().forEach((key, value) -> fields.put(key, Script.filled(value, names)));
    return new Before(before.kind(), fields);
  }

  private List<Moment> moments(Optional<Take> take) {
    return switch (HostScript.of(action).script()) {
      case "images-pull.sh" -> pulls(take.map(Take::millis).orElse(USUAL_MILLIS));
      case "packages-apt.sh" -> packages(take);
      case "pod-traffic.sh" -> answers();
      case "firewall-ufw.sh", "firewall-firewalld.sh", "firewall-nftables.sh" -> rules();
      case "apply-manifest.sh" -> take.map(Take::moments).orElseGet(this::applied);
      default -> take.map(Take::moments).orElse(List.of());
    };
  }

  /** What kubectl says of each object. */
  private List<Moment> applied() {
    var moments = new ArrayList<Moment>();
    for (var object :
        PlainTree.readAll(HostScript.of(action).shown().getOrDefault("MANIFEST", ""))) {
      ObjectName.of(object)
          .ifPresent(name -> {
            String api = String.valueOf(object.get("apiVersion"));
            String group = api.contains("/") ? "." + api.split("/", 2)[0] : "";
            String line = name.kind().toLowerCase(Locale.ROOT) + group + "/" + name.name();
            long after = 400L + 20L * moments.size();
            moments.add(new Moment(after, "output", List.of(line + " serverside-applied")));
          });
    }
    return moments;
  }

  /** Image after image, in the time that all of them took. */
  private List<Moment> pulls(long millis) {
    var images = HostScript.of(action).shown().getOrDefault("IMAGES", "").lines().toList();
    var moments = new ArrayList<Moment>();
    var total = Integer.toString(images.size());
    for (int i = 0; i < images.size(); i++) {
      var done = Integer.toString(Math.max(0, i - 1)); // two at a time
      moments.add(
          new Moment(millis * i / images.size(), "progress", List.of(done, total, images.get(i))));
    }
    moments.add(new Moment(millis, "progress", List.of(total, total, "")));
    return moments;
  }

  private List<Moment> answers() {
    var moments = new ArrayList<Moment>();
    int network = 0;
    for (PracticeMachine other : machines.all()) {
      if (!other.equals(machine) && machines.nodes().contains(other.nodeName)) {
        String line = other.nodeName + " answers at 10.244." + network + ".2";
        moments.add(new Moment(600L + 100L * network, "output", List.of(line)));
      }
      network++;
    }
    String service = HostScript.of(action).shown().getOrDefault("SERVICE", "10.96.0.10");
    moments.add(new Moment(1500, "output", List.of("the cluster DNS answers at " + service)));
    return moments;
  }

  /** The recording has the runtime and Kubernetes; of others apt says the same with their names. */
  private List<Moment> packages(Optional<Take> take) {
    if (!(action instanceof Action.EnsurePackages packages)) {
      return List.of();
    }
    var names = packages.packages().stream().map(Action.PackageWish::name).toList();
    if (take.isPresent() && names.containsAll(List.of("containerd.io", "kubeadm"))) {
      return take.get().moments();
    }
    var moments = new ArrayList<Moment>();
    moments.add(new Moment(200, "output", List.of("Reading package lists...")));
    moments.add(new Moment(400, "output", List.of("Building dependency tree...")));
    names.forEach(name -> {
      moments.add(new Moment(600, "output", List.of("Unpacking " + name + " ...")));
      moments.add(new Moment(800, "output", List.of("Setting up " + name + " ...")));
    });
    return moments;
  }

  private List<Moment> rules() {
    return HostScript.of(action)
        .shown()
        .getOrDefault("RULES", "")
        .lines()
        .map(rule -> rule.split("\\|", -1))
        .filter(rule -> rule.length == 4)
        .map(rule ->
            new Moment(
                300,
                "output",
                List.of(
                    "Rule added: allow "
                        + (rule[0].isEmpty() ? "any" : rule[0])
                        + " to port "
                        + rule[2]
                        + "/"
                        + rule[1])))
        .toList();
  }

  private Map<String, String> names() {
    String kubeadm = machine.versionOf("kubeadm");
    String version = kubeadm.isEmpty() ? wanted() : kubeadm;
    var first = machines.first(machine.cluster).orElse(machine).host;
    var waitedFor = machines.joinedLast().orElse(machine.nodeName);
    return Map.ofEntries(
        Map.entry("@HOST@", machine.nodeName),
        Map.entry("@ADDRESS@", machine.host.address()),
        Map.entry("@FIRST@", first.name()),
        Map.entry("@FIRST-ADDRESS@", first.address()),
        Map.entry("@LAST@", waitedFor),
        Map.entry("@NODES@", Integer.toString(Math.max(1, machines.nodes().size()))),
        Map.entry("@CLUSTER@", machine.cluster),
        Map.entry("@USER@", PracticeHost.USER),
        Map.entry("@ID@", machine.ofSystem("ID")),
        Map.entry("@CODENAME@", machine.ofSystem("VERSION_CODENAME")),
        Map.entry("@VERSION@", version),
        Map.entry("@MINOR@", version.replaceFirst("^(\\d+\\.\\d+).*$", "$1")));
  }

  /** The version of Kubernetes that this very action brings. */
  private String wanted() {
    return action instanceof Action.EnsurePackages packages
        ? packages.packages().stream()
            .filter(wish -> wish.name().equals("kubeadm"))
            .flatMap(wish -> Optional.ofNullable(wish.version()).stream())
            .findFirst()
            .orElse(USUAL_VERSION)
        : USUAL_VERSION;
  }
}
