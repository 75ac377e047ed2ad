package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.Mirror;
import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Where images come from: the official registries, a mirror by its name, or a repository of the
 * user's own. Mirrors of single registries are another list, which counts beside each of them.
 */
public final class ImagePlaces {
  private static final String KEY = "images.mirror";

  private final Basis basis;
  private final List<Mirror> mirrors = ClusterFile.mirrorsOfThisProgram().ofImages();
  private final ObjectProperty<Place> place;
  private final BooleanProperty counts = new SimpleBooleanProperty();
  private final boolean beside;
  private final Entry repository;
  private Map<String, String> begunWith = Map.of();

  ImagePlaces(Basis basis) {
    this.basis = basis;
    repository = new Entry(Forms.required("images.repository"), _ -> take());
    ImagesSpec chosen = basis.spec().images();
    place = new SimpleObjectProperty<>(of(chosen));
    beside = chosen.mirror().isPresent() && chosen.own().repository().isPresent();
    counts.set(isCounting(place.get()));
    place.subscribe(this::turned);
  }

  private static Place of(ImagesSpec chosen) {
    Optional<Place> named = chosen.mirror().map(Place.Named::new);
    return named.orElseGet(
        () -> chosen.own().repository().isPresent() ? new Place.Own() : new Place.Official());
  }

  /** A file may have a repository beside a mirror's name; it stays, and shows. */
  private boolean isCounting(Place now) {
    return now instanceof Place.Own || (beside && now.named().isPresent());
  }

  private void turned(Place was, Place now) {
    ImagesSpec chosen = basis.spec().images();
    var single = new TreeMap<>(chosen.own().mirrors());
    begunWith.forEach(single::remove);
    begunWith = Map.of();
    if (now instanceof Place.Own && was.named().isPresent()) {
      begunWith = new TreeMap<>(was.named().get().proxies());
      begunWith.keySet().removeAll(single.keySet());
      single.putAll(begunWith);
      String repositoryThere = chosen.repository();
      repository.text().set(repositoryThere);
    }
    counts.set(isCounting(now));
    basis.draft().change(spec -> spec.with(taken(spec.images()).withMirrors(single)));
  }

  void follow() {
    if (counts.get() || !repository.isRight()) {
      repository.follow(basis.spec().images().repository());
    }
  }

  private void take() {
    if (counts.get()) {
      basis.draft().change(spec -> spec.with(taken(spec.images())));
    }
  }

  private ImagesSpec taken(ImagesSpec was) {
    Optional<String> own =
        counts.get() && repository.isRight() ? Optional.of(repository.value()) : Optional.empty();
    return was.at(place.get().named()).withRepository(own);
  }

  /** All places that can be chosen. */
  public List<Place> places() {
    return Place.among(mirrors);
  }

  /** The one that is chosen. */
  public ObjectProperty<Place> place() {
    return place;
  }

  /** Whether the repository is the user's own. */
  public ReadOnlyBooleanProperty counts() {
    return counts;
  }

  /** The image repository as it is typed. */
  public Entry repository() {
    return repository;
  }

  /** Why the mirror does not go with the other choices. */
  Optional<Message> wrong() {
    return basis.broken(KEY::equals);
  }

  /** Those that count now. */
  Stream<Entry> counting() {
    return counts.get() ? Stream.of(repository) : Stream.empty();
  }
}
