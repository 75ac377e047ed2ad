package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.addons.KnownImages;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.kubeadm.Images;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.kubeadm.MinorFacts;
import io.github.kubeadmwizard.manifests.ImageReference;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The images of a plan that come from somewhere else than upstream has them: mirrors lag behind, so
 * each is asked for by its tag. Not asked are registries with an account or a certificate of their
 * own, since a host has neither before its runtime is set up.
 */
final class MirroredImages {
  private MirroredImages() {}

  /** Each with the address of its manifest. Source: OCI Distribution Specification 1.1. */
  static Stream<WantedProbe> of(ClusterSpec spec) {
    return Stream.concat(kubeadms(spec).stream(), KnownImages.of(spec).stream())
        .distinct()
        .flatMap(image -> probe(image, spec).stream());
  }

  private static List<String> kubeadms(ClusterSpec spec) {
    return KubernetesCatalogue.load()
        .of(spec.kubernetes())
        .map(minor ->
            Images.expected(spec, version(spec.kubernetes(), minor), minor).all().stream()
                .map(image -> ImageReference.whole(image.reference()))
                .toList())
        .orElse(List.of());
  }

  /** Where the user says no patch, the newest that we know stands for the one that is found. */
  private static KubernetesVersion version(KubernetesVersion wish, MinorFacts minor) {
    return wish.isFull()
        ? wish
        : new KubernetesVersion(wish.major(), wish.minor(), OptionalInt.of(minor.lastKnownPatch()));
  }

  /** Whether this image stands for another patch, which is not known yet. */
  static boolean isGuess(String image, ClusterSpec spec) {
    return !spec.kubernetes().isFull() && image.contains(":v" + spec.kubernetes() + ".");
  }

  /** Whether the registry itself is asked for an image that its mirror has not. */
  static boolean hasAnother(String image, ClusterSpec spec) {
    return spec.images().mirrors().containsKey(ImageReference.parse(image).registry());
  }

  private static Optional<WantedProbe> probe(String image, ClusterSpec spec) {
    var reference = ImageReference.parse(image);
    return place(image, reference.registry(), spec)
        .filter(place -> isOpen(spec.images().registry(ImagesSpec.hostOf(place))))
        .map(place ->
            new WantedProbe(
                WantedProbe.Kind.IMAGE,
                image,
                "%s/v2/%s/manifests/%s"
                    .formatted(
                        place.replaceFirst("/+$", ""),
                        reference.repository(),
                        reference.wanted())));
  }

  private static boolean isOpen(RegistrySpec registry) {
    return !registry.signIn() && !registry.ownTrust();
  }

  private static Optional<String> place(String image, String registry, ClusterSpec spec) {
    var mirror = Optional.ofNullable(spec.images().mirrors().get(registry));
    boolean own = places(spec).anyMatch(place -> image.startsWith(place + "/"));
    String scheme = spec.images().registry(registry).plainHttp() ? "http://" : "https://";
    return mirror.or(() -> own ? Optional.of(scheme + registry) : Optional.empty());
  }

  private static Stream<String> places(ClusterSpec spec) {
    String official = ImagesSpec.DEFAULT.repository();
    return Stream.concat(
        Stream.of(spec.images().repository()).filter(place -> !place.equals(official)),
        Optional.ofNullable(spec.cni().options().get("imageRegistry")).stream());
  }
}
