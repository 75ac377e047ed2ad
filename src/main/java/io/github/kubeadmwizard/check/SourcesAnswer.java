package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.facts.Probe;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the plan will fetch from, or mount, is tried from each host beforehand. */
record SourcesAnswer(String id, WantedProbe.Kind kind) implements HostCheck {

  /** Registries of all images. Source of the cause: preflight, ImagePullCheck. */
  static SourcesAnswer registries() {
    return new SourcesAnswer("Registry", WantedProbe.Kind.REGISTRY);
  }

  /** Package repositories. */
  static SourcesAnswer packages() {
    return new SourcesAnswer("PackageSource", WantedProbe.Kind.PACKAGES);
  }

  /** The file server on which volumes will lie. */
  static SourcesAnswer volumes() {
    return new SourcesAnswer("FileServer", WantedProbe.Kind.VOLUMES);
  }

  @Override
  public Group group() {
    return kind == WantedProbe.Kind.VOLUMES ? Group.NETWORK : Group.PACKAGES;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var wanted = Probes.wanted(at.spec(), at.facts(), at.requirements());
    var answers =
        wanted.stream().filter(one -> one.kind() == kind).flatMap(one -> answers(one, at)).toList();
    return answers.isEmpty() ? Optional.empty() : Optional.of(judge(answers, wanted, at));
  }

  private static Stream<Answer> answers(WantedProbe wanted, HostContext at) {
    return at.facts().probes().stream()
        .filter(probe -> probe.target().equals(wanted.target()))
        .map(probe -> new Answer(wanted.name(), probe));
  }

  private Verdict judge(List<Answer> answers, List<WantedProbe> wanted, HostContext at) {
    var verdict = judge(answers, at);
    var images = ImageAnswers.at(at, wanted);
    boolean answered = verdict.state() == State.PASSED;
    return kind == WantedProbe.Kind.REGISTRY && answered && images.isAny()
        ? withImages(verdict, images)
        : verdict;
  }

  /** The registry answers; that it has what is wanted is another thing. */
  private static Verdict withImages(Verdict verdict, ImageAnswers images) {
    var said = new ArrayList<Object>(List.of(verdict.read()));
    said.addAll(images.say());
    var read = Message.of("check.read.answers", said);
    if (images.areAllThere()) {
      return Verdict.passed(verdict.shortly(), read);
    }
    return images.block()
        ? Verdict.blocks(images.shortly(), read)
        : Verdict.warning(images.shortly(), read);
  }

  private static Verdict judge(List<Answer> answers, HostContext at) {
    var failed =
        answers.stream().filter(a -> !a.probe().isOk() && !isOwnTrust(a.probe(), at)).toList();
    var read =
        Message.of("check.read.answers", answers.stream().map(Answer::say).distinct().toList());
    if (failed.isEmpty()) {
      long slowest = answers.stream().mapToLong(a -> a.probe().millis()).max().orElse(0);
      return Verdict.passed(Message.of("check.short.millis", slowest), read);
    }
    var shortly = Verdict.value(failed.getFirst().name());
    boolean tried = failed.stream().anyMatch(a -> a.probe().result() != Probe.Result.NO_TOOL);
    return tried ? Verdict.blocks(shortly, read) : Verdict.warning(shortly, read);
  }

  /** A certificate that only the runtime is told to trust: it answered, and that is enough here. */
  private static boolean isOwnTrust(Probe probe, HostContext at) {
    return probe.result() == Probe.Result.TLS
        && at.spec().images().registry(ImagesSpec.hostOf(probe.target())).ownTrust();
  }

  private record Answer(String name, Probe probe) {
    Message say() {
      var status = probe.status().isPresent() ? Integer.toString(probe.status().getAsInt()) : "";
      return switch (probe.result()) {
        case OK -> Message.of("check.read.probeOk", probe.target(), probe.millis());
        case DNS -> Message.of("check.read.probeDns", probe.target());
        case REFUSED -> Message.of("check.read.probeRefused", probe.target());
        case UNREACHABLE -> Message.of("check.read.probeUnreachable", probe.target());
        case TIMEOUT -> Message.of("check.read.probeTimeout", probe.target(), probe.millis());
        case TLS -> Message.of("check.read.probeTls", probe.target(), probe.detail());
        case HTTP -> Message.of("check.read.probeHttp", probe.target(), status);
        case PROXY ->
            status.equals("407") || probe.detail().contains("407")
                ? Message.of("check.read.probeProxyAccount", probe.target())
                : Message.of("check.read.probeProxy", probe.target(), probe.detail());
        case NO_TOOL -> Message.of("check.read.probeNoTool", probe.target());
        case FAILED -> Message.of("check.read.probeFailed", probe.target(), probe.detail());
      };
    }
  }
}
