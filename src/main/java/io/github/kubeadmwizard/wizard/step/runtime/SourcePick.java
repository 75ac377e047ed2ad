package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Where the chosen runtime comes from: those places that it can come from. */
final class SourcePick {
  private final RuntimeModel model;
  private final Pick<RuntimeSpec.Source> pick;

  SourcePick(Parts parts, RuntimeModel model) {
    this.model = model;
    Label hint = parts.hint(hint());
    pick =
        new Pick<>(
                parts,
                Message.of("choices.runtime.from"),
                List.of(RuntimeSpec.Source.values()),
                SourcePick::named,
                model::takeFrom,
                "runtime-from")
            .offering(model.changes(), () -> RuntimeSpec.sources(model.chosen().name()))
            .following(model.changes(), () -> model.chosen().from())
            .hint(hint);
    model.changes().when(parts.inUse()).subscribe(_ -> hint.setText(parts.say(hint())));
  }

  private static Message named(RuntimeSpec.Source from) {
    return switch (from) {
      case DOCKER_REPOSITORY -> Message.of("choices.runtime.from.docker");
      case CRI_O_REPOSITORY -> Message.of("choices.runtime.from.crio");
      case DISTRIBUTION -> Message.of("choices.runtime.from.distribution");
      case BINARIES -> Message.of("choices.runtime.from.files");
      case INSTALLED -> Message.of("choices.runtime.from.installed");
    };
  }

  private Message hint() {
    boolean docker = model.chosen().name() == RuntimeSpec.Name.DOCKER;
    return switch (model.chosen().from()) {
      case DOCKER_REPOSITORY ->
          docker
              ? Message.of("choices.runtime.from.docker.engine")
              : Message.of("choices.runtime.from.docker.hint");
      case CRI_O_REPOSITORY -> Message.of("choices.runtime.from.crio.hint");
      case DISTRIBUTION ->
          docker
              ? Message.of("choices.runtime.from.distribution.engine")
              : Message.of("choices.runtime.from.distribution.hint", minor(), tested());
      case BINARIES -> Message.of("choices.runtime.from.files.hint");
      case INSTALLED -> Message.of("choices.runtime.from.installed.hint");
    };
  }

  private String minor() {
    return model.minor().map(m -> m.minor()).orElse("");
  }

  private String tested() {
    return model.minor().map(m -> m.minimumRuntimes().getOrDefault("containerd", "")).orElse("");
  }

  Node node() {
    return pick.node();
  }
}
