package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.addons.KnownImages;
import io.github.kubeadmwizard.addons.PodNetwork;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.Mirror;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.kubeadm.ProgramFile;
import io.github.kubeadmwizard.kubeadm.ProgramFiles;
import io.github.kubeadmwizard.manifests.ImageReference;
import io.github.kubeadmwizard.text.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a cluster takes from a mirror that is called by its name, and what comes from elsewhere all
 * the same: no mirror has everything.
 */
public final class Origins {
  private final Requirements requirements = Requirements.brought();
  private final ClusterSpec spec;

  private Origins(ClusterSpec spec) {
    this.spec = spec;
  }

  /** Where something comes from. */
  private enum Place {
    MIRROR,
    OWN,
    UPSTREAM
  }

  private record Part(Place place, String name) {
    static Part of(String name, Place place, String address) {
      return new Part(place, name + " (" + address + ")");
    }
  }

  /** All that is to be said, packages first; nothing where no mirror is named. */
  public static List<Message> of(ClusterSpec spec) {
    return Stream.concat(packages(spec).stream(), images(spec).stream()).toList();
  }

  /** Of packages and files; nothing where no mirror of packages is named, or a bundle is taken. */
  public static List<Message> packages(ClusterSpec spec) {
    return spec.packages()
        .mirror()
        .filter(_ -> spec.packages().bundle().isEmpty())
        .map(mirror -> said("check.origin.packages", mirror, new Origins(spec).packageParts()))
        .orElse(List.of());
  }

  /** Of images; nothing where no mirror of images is named, or a bundle is taken. */
  public static List<Message> images(ClusterSpec spec) {
    return spec.images()
        .mirror()
        .filter(_ -> spec.packages().bundle().isEmpty())
        .map(mirror -> said("check.origin.images", mirror, new Origins(spec).imageParts()))
        .orElse(List.of());
  }

  private static List<Message> said(String what, Mirror mirror, List<Part> parts) {
    var lines = new ArrayList<Message>();
    for (Place place : Place.values()) {
      var names = parts.stream().filter(p -> p.place() == place).map(Part::name).toList();
      if (!names.isEmpty()) {
        lines.add(
            switch (place) {
              case MIRROR -> Message.of("check.origin.mirror", mirror.name(), names);
              case OWN -> Message.of("check.origin.own", names);
              case UPSTREAM -> Message.of("check.origin.upstream", names);
            });
      }
    }
    return lines.stream()
        .reduce((before, after) -> Message.of("check.origin.and", before, after))
        .map(all -> List.of(Message.of(what, all)))
        .orElse(List.of());
  }

  private List<Part> packageParts() {
    var parts = new ArrayList<Part>();
    var own = spec.packages().own();
    if (own.binaries().isEmpty()) {
      parts.add(part("Kubernetes", own.kubernetes(), spec.packages().kubernetes(), "kubernetes"));
    }
    switch (spec.runtime().from()) {
      case DOCKER_REPOSITORY ->
          parts.add(part(runtime(), own.docker(), spec.packages().docker(), "docker"));
      case CRI_O_REPOSITORY ->
          parts.add(part(runtime(), own.crio(), spec.packages().crio(), "crio"));
      case DISTRIBUTION, BINARIES, INSTALLED -> {}
    }
    parts.addAll(files());
    return parts;
  }

  private Part part(
      String name, Optional<String> own, Optional<String> effective, String requirement) {
    Place mirrored = effective.isPresent() ? Place.MIRROR : Place.UPSTREAM;
    return Part.of(
        name,
        own.isPresent() ? Place.OWN : mirrored,
        effective.orElseGet(() -> requirements.value("packages." + requirement)));
  }

  private String runtime() {
    return spec.runtime().name() == RuntimeSpec.Name.CONTAINERD
        ? "containerd"
        : spec.runtime().isDocker() ? "Docker Engine" : "CRI-O";
  }

  /** Programs by their checksums, which no mirror has by its name. */
  private List<Part> files() {
    var known = ProgramFiles.load();
    var files = new ArrayList<>(known.wanted(spec, "amd64"));
    if (spec.addons().has(AddonSpec.Name.HELM)) {
      files.add(known.helm(spec, "amd64"));
    }
    var own = spec.packages().binaries().map(URI::create).map(URI::getHost);
    return files.stream()
        .map((ProgramFile file) -> {
          var address = URI.create(file.url());
          boolean ours = own.filter(address.getHost()::equals).isPresent();
          String place = address.getScheme() + "://" + address.getAuthority();
          return Part.of(file.name(), ours ? Place.OWN : Place.UPSTREAM, place);
        })
        .toList();
  }

  private List<Part> imageParts() {
    var parts = new ArrayList<Part>();
    var registries = new TreeSet<String>();
    String repository = spec.images().repository();
    if (repository.equals(ImagesSpec.DEFAULT.repository())) {
      registries.add(repository);
    } else {
      boolean own = spec.images().own().repository().isPresent();
      parts.add(Part.of("kubeadm", own ? Place.OWN : Place.MIRROR, repository));
    }
    registries.addAll(PodNetwork.of(spec).registries());
    KnownImages.of(spec).forEach(image -> registries.add(ImageReference.parse(image).registry()));
    registries.forEach(registry -> parts.add(registry(registry)));
    return parts;
  }

  private Part registry(String registry) {
    String own = spec.images().own().mirrors().get(registry);
    String mirror = spec.images().mirrors().get(registry);
    boolean unheard = spec.runtime().isDocker() && !registry.equals("docker.io"); // by Docker
    return mirror == null || unheard
        ? new Part(Place.UPSTREAM, registry)
        : Part.of(registry, own == null ? Place.MIRROR : Place.OWN, mirror);
  }
}
