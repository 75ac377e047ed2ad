package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.bundle.Bundle;
import io.github.kubeadmwizard.bundle.BundleDirectory;
import io.github.kubeadmwizard.bundle.BundleFailure;
import io.github.kubeadmwizard.bundle.Target;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * The bundle that the user chose is there and whole, of the wanted version, and has packages for
 * this kind of machine. What it lacks in single the plan says, file by file.
 */
final class BundleFits implements HostCheck {
  @Override
  public String id() {
    return "Bundle";
  }

  @Override
  public Group group() {
    return Group.PACKAGES;
  }

  @Override
  public boolean soft() {
    return false;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    return BundleDirectory.of(at.spec()).map(directory -> look(directory, at));
  }

  private static Verdict look(BundleDirectory directory, HostContext at) {
    Bundle bundle;
    try {
      bundle = directory.read();
    } catch (BundleFailure failure) {
      return Verdict.blocks(Message.of("check.short.none"), failure.problem().what());
    }
    var version = Verdict.value(bundle.kubernetes());
    if (!isWanted(bundle, at.spec())) {
      return Verdict.blocks(
          version,
          Message.of(
              "check.read.bundleVersion", bundle.kubernetes(), at.spec().kubernetes().toString()));
    }
    Optional<Target> target =
        Target.of(
            at.facts().os().id(), at.facts().os().versionId(), at.facts().machine().architecture());
    boolean has = target.filter(bundle.targets()::contains).isPresent();
    if (at.spec().usesPackages() && !has) {
      return Verdict.blocks(
          version,
          Message.of(
              "check.read.bundleTarget",
              target.map(Target::toString).orElse("?"),
              bundle.targets().stream().map(Target::toString).toList()));
    }
    List<BundleDirectory.Flaw> flaws = directory.missing(bundle);
    return flaws.isEmpty()
        ? Verdict.passed(
            version,
            Message.of("check.read.bundle", directory.path().toString(), bundle.kubernetes()))
        : Verdict.blocks(
            version,
            Message.of(
                "check.read.bundleFlaws",
                flaws.size(),
                flaws.getFirst().path(),
                flaws.getFirst().what()));
  }

  private static boolean isWanted(Bundle bundle, ClusterSpec spec) {
    String wish = spec.kubernetes().toString();
    return spec.kubernetes().isFull()
        ? bundle.kubernetes().equals(wish)
        : bundle.kubernetes().startsWith(wish + ".");
  }
}
