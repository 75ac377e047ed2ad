package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.addons.Addons;
import io.github.kubeadmwizard.addons.InstalledAddons;
import io.github.kubeadmwizard.addons.PreparedAddon;
import io.github.kubeadmwizard.addons.RookCeph;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.install.AddonRemoval;
import io.github.kubeadmwizard.install.RookRemoval;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code addons}: which add-ons the cluster has, and taking one away. */
@Command(name = "addons")
final class AddonsCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();

  @Option(names = "--remove", paramLabel = "NAME", descriptionKey = "cli.option.removeAddon")
  private @Nullable String remove;

  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "cli.option.yes")
  private boolean yes;

  @Option(names = "--destroy-data", descriptionKey = "cli.option.destroyData")
  private boolean destroyData;

  AddonsCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    Optional<AddonSpec.Name> name = Optional.ofNullable(remove).flatMap(AddonsCommand::known);
    if (remove != null && name.isEmpty()) {
      output.tell(Message.of("cli.addons.unknown", remove, InstalledAddons.keys()));
      return ExitCode.USAGE;
    }
    if (destroyData && !name.equals(Optional.of(AddonSpec.Name.ROOK))) {
      output.tell(Message.of("cli.addons.noDataOfIts", AddonSpec.Name.ROOK.key()));
      return ExitCode.USAGE;
    }
    ClusterSpec cluster = options.cluster(tools, output);
    try (var open =
        OpenCluster.open(
            tools, output, options, cluster, spec -> List.of(spec.firstControlPlane()))) {
      open.needAll(output, options.common.json);
      return name.isPresent() ? removed(open, name.get()) : listed(open);
    }
  }

  private static Optional<AddonSpec.Name> known(String key) {
    return AddonSpec.Name.of(key).filter(name -> InstalledAddons.keys().contains(name.key()));
  }

  private int listed(OpenCluster open) throws CommandEnd {
    var workloads = new FirstControlPlane(output, open).workloads();
    show(InstalledAddons.of(FirstControlPlane.value(workloads, output, open)), open.spec());
    return ExitCode.DONE;
  }

  private void show(List<InstalledAddons.Row> rows, ClusterSpec spec) {
    if (options.common.json) {
      output.line(Json.line(Map.of("addons", rows.stream().map(AddonsCommand::tree).toList())));
      return;
    }
    var table =
        Table.of(
            output.words(),
            Message.of("cli.addons.head.key"),
            Message.of("cli.addons.head.name"),
            Message.of("cli.addons.head.state"));
    for (InstalledAddons.Row row : rows) {
      boolean wished = InstalledAddons.isWished(row, spec);
      table.row(row.key().key(), row.name(), output.words().say(state(row, wished)));
    }
    table.lines().forEach(output::line);
  }

  private static Message state(InstalledAddons.Row row, boolean wished) {
    if (row.image().isEmpty()) {
      return wished ? Message.of("cli.addons.wished") : Message.of("cli.addons.absent");
    }
    return Message.of(
        row.well() ? "cli.addons.well" : "cli.addons.unwell", row.ready(), row.image().get());
  }

  private static Map<String, Object> tree(InstalledAddons.Row row) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("addon", row.key().key());
    tree.put("name", row.name());
    tree.put("installed", row.image().isPresent());
    tree.put("ready", row.ready());
    row.image().ifPresent(image -> tree.put("image", image));
    return tree;
  }

  private int removed(OpenCluster open, AddonSpec.Name name) throws CommandEnd {
    ClusterSpec spec = InstalledAddons.withAlone(open.spec(), name);
    var manifests = Examined.manifests(tools, output, spec, options.common.json);
    PreparedAddon addon = Addons.ofThisProgram().prepared(spec, manifests).getFirst();
    agree(addon, name);
    if (destroyData) {
      agreeToLoss(spec.name());
    }
    Plan plan =
        destroyData
            ? RookRemoval.destroyingData(open.spec(), addon)
            : AddonRemoval.plan(open.spec(), addon);
    return new ClusterRun(tools, output, options.common)
        .locked(
            open.spec().name(),
            runId -> {
              var key = "addons." + name.key();
              var well = Message.of("cli.addons.removed", addon.name(), key, runId);
              var run = new InstallRun(tools, output, options.common);
              return ExitCode.of(run.real(open, plan, runId, well));
            });
  }

  private void agree(PreparedAddon addon, AddonSpec.Name name) throws CommandEnd {
    int objects = addon.backwards().objects().size();
    output.tell(Message.of("cli.addons.willRemove", addon.name(), objects));
    if (name == AddonSpec.Name.METRICS_SERVER) {
      output.tell(Message.of("cli.addons.certificatesStay"));
    }
    if (name == AddonSpec.Name.ROOK) {
      String which = destroyData ? "cli.addons.dataDestroyed" : "cli.addons.dataStay";
      output.tell(Message.of(which, RookCeph.DATA));
    }
    if (yes) {
      return;
    }
    new Consent(tools.terminal(), output)
        .ask(Message.of("cli.addons.question"), Message.of("cli.install.needsYes"));
  }

  /** A second time, in a way that no habit answers; {@code --yes} does not. */
  private void agreeToLoss(String cluster) throws CommandEnd {
    if (!tools.terminal().canAsk()) {
      output.tell(Message.of("cli.addons.lossNeedsTerminal"));
      throw new CommandEnd(ExitCode.USAGE);
    }
    String prompt = output.words().say(Message.of("cli.addons.lossQuestion", cluster)) + " ";
    if (!tools.terminal().ask(prompt).map(String::strip).orElse("").equals(cluster)) {
      output.tell(Message.of("cli.install.nothingDone"));
      throw new CommandEnd(ExitCode.FAILED);
    }
  }
}
