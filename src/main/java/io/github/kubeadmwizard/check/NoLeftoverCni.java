package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.addons.PodNetwork;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The runtime takes the first configuration by name; an old bridge keeps its old range. */
final class NoLeftoverCni implements HostCheck {
  private static final Pattern CONFIG = Pattern.compile("[^.].*\\.(conf|conflist|json)");

  @Override
  public String id() {
    return "LeftoverCni";
  }

  @Override
  public Group group() {
    return Group.LEFTOVERS;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var leftovers = at.facts().leftovers();
    var files = leftovers.cniConfigs().stream().filter(f -> CONFIG.matcher(f).matches()).toList();
    if (at.isMember()) {
      return Optional.of(ofMember(files, at));
    }
    if (files.isEmpty() && leftovers.cniLinks().isEmpty()) {
      return Optional.of(
          Verdict.passed(Message.of("check.short.none"), Message.of("check.read.cniNone")));
    }
    var read = Message.of("check.read.cniLeft", orDash(files), orDash(leftovers.cniLinks()));
    var all = Stream.concat(files.stream(), leftovers.cniLinks().stream()).toList();
    var verdict =
        leftovers.cniLinks().isEmpty() && files.stream().noneMatch(file -> goesFirst(file, at))
            ? Verdict.warning(Verdict.value(all), read)
            : Verdict.blocks(Verdict.value(all), read);
    return Optional.of(verdict.mendedBy(Mends.putCniAway(files, leftovers.cniLinks())));
  }

  private static Object orDash(List<String> names) {
    return names.isEmpty() ? "–" : names;
  }

  /** A cluster that runs has one pod network; a second beside it would break both. */
  private static Verdict ofMember(List<String> files, HostContext at) {
    Optional<String> ours = PodNetwork.of(at.spec()).configuration();
    var others =
        files.stream()
            .filter(PodNetwork.configurations()::contains)
            .filter(file -> ours.isPresent() && !ours.get().equals(file))
            .toList();
    Optional<String> other = otherWay(at);
    if (other.isPresent()) {
      return Verdict.blocks(
          Message.of("check.short.otherWay"),
          Message.of("check.read.cniOtherWay", other.get(), backend(at)));
    }
    return others.isEmpty()
        ? Verdict.passed(Message.of("check.short.ours"), Message.of("check.read.cniOurs"))
        : Verdict.blocks(
            Verdict.value(others), Message.of("check.read.cniSecond", others, ours.orElse("")));
  }

  /** A way of Flannel's that has links here, and is not the one of the file. */
  private static Optional<String> otherWay(HostContext at) {
    if (at.spec().cni().name() != CniSpec.Name.FLANNEL) {
      return Optional.empty();
    }
    return at.facts().leftovers().flannelWays().stream()
        .filter(way -> !way.equals(backend(at)))
        .findFirst();
  }

  private static String backend(HostContext at) {
    return at.spec().cni().backend().orElse("vxlan");
  }

  private static boolean goesFirst(String file, HostContext at) {
    return file.compareTo(PodNetwork.of(at.spec()).configuration().orElse("~")) <= 0;
  }
}
