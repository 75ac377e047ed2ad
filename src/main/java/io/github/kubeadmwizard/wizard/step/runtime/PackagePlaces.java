package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.Mirror;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Where packages come from: the official places, a mirror by its name, or the user's own. */
public final class PackagePlaces {
  private final Basis basis;
  private final List<Mirror> mirrors = ClusterFile.mirrorsOfThisProgram().ofPackages();
  private final ObjectProperty<Place> place;
  private final BooleanProperty counts = new SimpleBooleanProperty();
  private final boolean beside;
  private final Entry kubernetes;
  private final Entry docker;
  private final Entry files;
  private final Entry bundle;

  PackagePlaces(Basis basis) {
    this.basis = basis;
    kubernetes = new Entry(Forms.optional("packages.kubernetes"), _ -> take());
    docker = new Entry(Forms.optional("packages.docker"), _ -> take());
    files = new Entry(Forms.optional("packages.binaries"), _ -> take());
    bundle = new Entry(Forms.optional("packages.bundle"), _ -> take());
    PackagesSpec chosen = basis.spec().packages();
    place = new SimpleObjectProperty<>(of(chosen));
    beside =
        chosen.mirror().isPresent() && !chosen.equals(PackagesSpec.DEFAULT.at(chosen.mirror()));
    counts.set(isCounting(place.get()));
    place.subscribe(this::turned);
  }

  private static Place of(PackagesSpec chosen) {
    Optional<Place> named = chosen.mirror().map(Place.Named::new);
    return named.orElseGet(
        () -> chosen.equals(PackagesSpec.DEFAULT) ? new Place.Official() : new Place.Own());
  }

  /** A file may have addresses beside a mirror's name; they stay, and show. */
  private boolean isCounting(Place now) {
    return now instanceof Place.Own || (beside && now.named().isPresent());
  }

  private void turned(Place was, Place now) {
    counts.set(isCounting(now));
    if (now instanceof Place.Own) {
      was.named().ifPresent(this::beginFrom);
    }
    take();
  }

  /** Addresses that somebody typed stay; those of a mirror make room for this one's. */
  private void beginFrom(Mirror mirror) {
    begin(kubernetes, mirror, Mirror.Packages::kubernetes);
    begin(docker, mirror, Mirror.Packages::docker);
  }

  private void begin(
      Entry entry, Mirror mirror, Function<Mirror.Packages, Optional<String>> which) {
    boolean free =
        entry.value().isEmpty()
            || mirrors.stream()
                .flatMap(one -> which.apply(one.packages()).stream())
                .anyMatch(entry.value()::equals);
    if (free) {
      entry.text().set(which.apply(mirror.packages()).orElse(""));
    }
  }

  void follow() {
    PackagesSpec chosen = basis.spec().packages();
    if (counts.get()) { // what is typed outlives a look at the official places
      kubernetes.follow(chosen.own().kubernetes().orElse(""));
      docker.follow(chosen.own().docker().orElse(""));
      files.follow(chosen.own().binaries().orElse(""));
      bundle.follow(chosen.bundle().orElse(""));
    }
  }

  private void take() {
    basis
        .draft()
        .change(spec -> {
          PackagesSpec from = PackagesSpec.DEFAULT.at(place.get().named());
          return spec.with(
              counts.get() ? from.with(own(spec.packages())).from(right(bundle)) : from);
        });
  }

  /** The page does not ask for CRI-O's, and keeps it. */
  private PackagesSpec.Own own(PackagesSpec was) {
    return new PackagesSpec.Own(right(kubernetes), right(docker), was.own().crio(), right(files));
  }

  private static Optional<String> right(Entry entry) {
    return Optional.of(entry.value()).filter(text -> !text.isEmpty() && entry.isRight());
  }

  /** All places that can be chosen. */
  public List<Place> places() {
    return Place.among(mirrors);
  }

  /** The one that is chosen. */
  public ObjectProperty<Place> place() {
    return place;
  }

  /** Whether addresses of the user's own count. */
  public ReadOnlyBooleanProperty counts() {
    return counts;
  }

  /** The base of Kubernetes' packages. */
  public Entry kubernetes() {
    return kubernetes;
  }

  /** The base of Docker's packages. */
  public Entry docker() {
    return docker;
  }

  /** The base of files that take the place of packages. */
  public Entry files() {
    return files;
  }

  /** The directory of a bundle, out of which everything comes. */
  public Entry bundle() {
    return bundle;
  }

  /** Those that count now. */
  Stream<Entry> counting() {
    return counts.get() ? Stream.of(kubernetes, docker, files, bundle) : Stream.empty();
  }
}
