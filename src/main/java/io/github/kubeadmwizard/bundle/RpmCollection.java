package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.bundle.BundleMaking.Wish;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import java.util.ArrayList;
import java.util.List;

/** Collects the RPM packages that a kind of machine needs. */
final class RpmCollection {
  private final Target target;
  private final Downloads downloads;
  private final List<RpmRepository> repositories = new ArrayList<>();

  RpmCollection(Target target, Downloads downloads) {
    this.target = target;
    this.downloads = downloads;
  }

  /** What these sources offer; those of Debian packages are none of ours. */
  List<RpmPackage> read(List<Needs.Source> sources) throws BundleFailure {
    var finding = new RpmSources(target, downloads);
    var offered = new ArrayList<RpmPackage>();
    for (Needs.Source source : sources) {
      if (source instanceof Needs.RpmRepository rpm) {
        for (RpmRepository one : finding.of(rpm)) {
          offered.addAll(one.read());
          repositories.add(one);
        }
      }
    }
    return offered;
  }

  /** Everything that is wished for, with what that depends on. */
  Bundle.Packages packages(Wish wish) throws BundleFailure {
    var all = new ArrayList<>(wish.needs().repositories());
    all.addAll(wish.archives());
    var closure = new RpmClosure(read(all)).take(wish.needs().packages());
    if (!closure.unmet().isEmpty()) {
      PackageWish first = closure.unmet().getFirst();
      throw BundleMaking.unmet(target, first);
    }
    if (!closure.missing().isEmpty()) {
      RpmClosure.Missing first = closure.missing().getFirst();
      throw BundleFailure.of(
          "bundle.dependencyMissing", "", first.what(), first.neededBy(), target.toString());
    }
    for (RpmPackage one : closure.packages()) {
      for (RpmRepository repository : repositories) {
        if (repository.has(one)) {
          repository.fetch(one);
          break;
        }
      }
    }
    var kept = new ArrayList<Bundle.Repository>();
    for (RpmRepository repository : repositories) {
      if (repository.isUsed()) {
        kept.add(repository.kept());
      }
    }
    return new Bundle.Packages(
        target,
        closure.packages().stream().map(p -> p.name() + "=" + p.version()).toList(),
        closure.assumed(),
        kept);
  }
}
