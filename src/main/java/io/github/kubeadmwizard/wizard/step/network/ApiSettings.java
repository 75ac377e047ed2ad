package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.step.choice.Arguments;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import io.github.kubeadmwizard.wizard.step.choice.Overlaid;
import io.github.kubeadmwizard.wizard.step.choice.OverlayPath;
import io.github.kubeadmwizard.wizard.step.choice.Pairs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rare settings of the control plane's programs, laid over kubeadm's documents. */
public final class ApiSettings {
  private static final int HIGHEST_PORT = 65_535;
  private static final String CLUSTER = "clusterConfiguration.";
  private static final OverlayPath PORT =
      OverlayPath.of("initConfiguration.localAPIEndpoint.bindPort");
  private static final OverlayPath NAMES = OverlayPath.of(CLUSTER + "apiServer.certSANs");
  private static final OverlayPath DATA = OverlayPath.of(CLUSTER + "etcd.local.dataDir");
  private static final OverlayPath VOLUMES = OverlayPath.of(CLUSTER + "apiServer.extraVolumes");

  private final Overlaid overlaid;
  private final Entry bindPort;
  private final Entry names;
  private final Entry dataDir;
  private final Pairs volumes;
  private final List<Arguments> arguments;

  ApiSettings(Basis basis) {
    overlaid = new Overlaid(basis);
    bindPort = overlaid.number(PORT, 1, HIGHEST_PORT);
    names = overlaid.list(NAMES, ApiSettings::wrongNames);
    dataDir = overlaid.text(DATA, ApiSettings::wrongPath);
    volumes = new Pairs(this::takeVolumes, (_, pair) -> wrongVolume(pair));
    arguments =
        List.of(
            arguments("kube-apiserver", "apiServer"),
            arguments("kube-controller-manager", "controllerManager"),
            arguments("kube-scheduler", "scheduler"),
            arguments("etcd", "etcd.local"));
  }

  private Arguments arguments(String program, String part) {
    return new Arguments(overlaid, program, OverlayPath.of(CLUSTER + part + ".extraArgs"));
  }

  void follow() {
    bindPort.follow(overlaid.shown(PORT));
    names.follow(overlaid.shown(NAMES));
    dataDir.follow(overlaid.shown(DATA));
    volumes.follow(
        overlaid.at(VOLUMES).orElse(List.of()) instanceof List<?> list
            ? list.stream().flatMap(item -> volume(item).stream()).toList()
            : List.of());
    arguments.forEach(Arguments::follow);
  }

  private static Optional<Pairs.Pair> volume(Object item) {
    if (!(item instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    String end = Boolean.TRUE.equals(map.get("readOnly")) ? ":ro" : "";
    return Optional.of(
        new Pairs.Pair(
            String.valueOf(map.get("name")),
            map.get("hostPath") + ":" + map.get("mountPath") + end));
  }

  private void takeVolumes(List<Pairs.Pair> pairs) {
    List<Map<String, Object>> right =
        pairs.stream().filter(pair -> wrongVolume(pair).isEmpty()).map(ApiSettings::tree).toList();
    overlaid.put(VOLUMES, Optional.<Object>of(right).filter(_ -> !right.isEmpty()));
  }

  private static Map<String, Object> tree(Pairs.Pair pair) {
    String[] parts = pair.value().split(":", -1);
    var tree = new LinkedHashMap<String, Object>();
    tree.put("name", pair.name());
    tree.put("hostPath", parts[0]);
    tree.put("mountPath", parts[1]);
    if (parts.length > 2) {
      tree.put("readOnly", true);
    }
    return tree;
  }

  private static Optional<Message> wrongVolume(Pairs.Pair pair) {
    boolean right =
        pair.name().matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
            && pair.value().matches("/[^:\\s]*:/[^:\\s]*(:ro)?");
    return right ? Optional.empty() : Optional.of(Message.of("choices.network.volume.form"));
  }

  private static Optional<Message> wrongPath(String text) {
    return text.isEmpty() || text.matches("/[^\\s:]+")
        ? Optional.empty()
        : Optional.of(Message.of("choices.network.etcdData.form"));
  }

  /** Names and addresses alike; a name may begin with a star. */
  private static Optional<Message> wrongNames(String text) {
    return Forms.items(text).stream()
        .map(name -> name.startsWith("*.") ? name.substring(2) : name)
        .flatMap(name -> Forms.wrong("prepare.timeServers", List.of(name)).stream())
        .findFirst();
  }

  /** The port where API servers listen. */
  public Entry bindPort() {
    return bindPort;
  }

  /** Further names and addresses in the API server's certificate. */
  public Entry names() {
    return names;
  }

  /** Where etcd keeps its data. */
  public Entry dataDir() {
    return dataDir;
  }

  /** Directories and files of the host that the API server sees. */
  public Pairs volumes() {
    return volumes;
  }

  /** Extra arguments, program by program. */
  public List<Arguments> arguments() {
    return arguments;
  }

  Stream<Entry> entries() {
    return Stream.of(bindPort, names, dataDir);
  }

  Stream<Pairs> lists() {
    return Stream.concat(Stream.of(volumes), arguments.stream().map(Arguments::pairs));
  }

  boolean isWrong() {
    return entries().anyMatch(entry -> entry.wrong().get().isPresent())
        || volumes.wrong().get().isPresent()
        || arguments.stream().anyMatch(one -> one.wrong().isPresent());
  }

  /** How many differ from kubeadm's defaults; every argument counts. */
  int differing() {
    return overlaid.laid(List.of(PORT, NAMES, DATA))
        + volumes.named()
        + arguments.stream().mapToInt(one -> one.pairs().named()).sum();
  }
}
