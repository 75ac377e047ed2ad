package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.Kubernetes;
import io.github.kubeadmwizard.facts.TextFile;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A flag that the kubelet does not know stops it. Source: cmd/kubelet/app/options, 1.35 to 1.37.
 */
final class KubeletFlagsExist implements HostCheck {
  private static final Pattern FLAG = Pattern.compile("(?<![\\w-])--([a-z][a-z0-9-]*)");

  @Override
  public String id() {
    return "StaleKubeletFlags";
  }

  @Override
  public Group group() {
    return Group.LEFTOVERS;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var removed = at.requirements().list("kubelet.removedFlags");
    var flags = new TreeSet<String>();
    var files = new TreeSet<String>();
    for (TextFile file : settings(at.facts().kubernetes())) {
      var found = flags(file).filter(removed::contains).toList();
      if (!found.isEmpty()) {
        flags.addAll(found);
        files.add(file.path());
      }
    }
    return Optional.of(flags.isEmpty() ? clean() : stale(List.copyOf(flags), List.copyOf(files)));
  }

  private static List<TextFile> settings(Kubernetes kubernetes) {
    return Stream.of(
            kubernetes.environmentFile().stream(),
            kubernetes.dropIns().stream(),
            kubernetes.kubeadmFlags().stream())
        .flatMap(files -> files)
        .toList();
  }

  private static Stream<String> flags(TextFile file) {
    return file.content()
        .lines()
        .filter(line -> !line.stripLeading().startsWith("#"))
        .flatMap(line -> FLAG.matcher(line).results())
        .map(found -> found.group(1));
  }

  private static Verdict clean() {
    return Verdict.passed(Message.of("check.short.none"), Message.of("check.read.flagsClean"));
  }

  private static Verdict stale(List<String> flags, List<String> files) {
    var dashed = flags.stream().map(flag -> "--" + flag).toList();
    return Verdict.blocks(Verdict.value(dashed), Message.of("check.read.flagsStale", dashed, files))
        .mendedBy(Mends.dropKubeletFlags(flags, files));
  }
}
