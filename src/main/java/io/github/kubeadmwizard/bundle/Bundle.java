package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.manifests.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a bundle holds.
 *
 * @param kubernetes the version in full
 * @param packages by operating system and architecture
 * @param programs that come as files
 * @param images all of them, of every architecture
 * @param manifests of pod networks and the like
 * @param reached registries whose images are not in it: the nodes reach them by themselves
 */
public record Bundle(
    String kubernetes,
    List<Packages> packages,
    List<Program> programs,
    List<Image> images,
    List<BundleFile> manifests,
    List<String> reached) {
  public Bundle {
    packages = List.copyOf(packages);
    programs = List.copyOf(programs);
    images = List.copyOf(images);
    manifests = List.copyOf(manifests);
    reached = List.copyOf(reached);
  }

  /**
   * The packages of one kind of machine.
   *
   * @param target which kind
   * @param names what was asked for, as {@code name=version}
   * @param assumed what these depend on and no source has: a machine of this kind should have it
   * @param repositories where they lie
   */
  public record Packages(
      Target target, List<String> names, List<String> assumed, List<Repository> repositories) {
    public Packages {
      names = List.copyOf(names);
      assumed = List.copyOf(assumed);
      repositories = List.copyOf(repositories);
    }

    /** Whether a package is there, in this version where one is meant. */
    boolean has(String name, Optional<String> version) {
      return names.stream()
          .anyMatch(has ->
              has.startsWith(name + "=")
                  && version
                      .map(wish -> PackageVersion.isMeant(has.substring(name.length() + 1), wish))
                      .orElse(true));
    }
  }

  /**
   * A part of a repository of Debian packages, as upstream has it.
   *
   * @param folder below the bundle's directory; its address was that of the repository
   * @param suite such as {@code trixie}; {@code /} for a flat one
   * @param components none for a flat one
   * @param key path of its key; empty: the keys by which a host trusts its own sources
   * @param files its indexes and packages, and its key
   */
  public record Repository(
      String folder,
      String suite,
      List<String> components,
      Optional<String> key,
      List<BundleFile> files) {
    public Repository {
      components = List.copyOf(components);
      files = List.copyOf(files);
    }
  }

  /**
   * A program as a file.
   *
   * @param url where upstream has it
   */
  public record Program(String url, BundleFile file) {}

  /**
   * An image of one architecture.
   *
   * @param name in full, such as {@code docker.io/library/nginx:1.29}
   * @param architecture such as {@code amd64}
   * @param mediaType of what its name stands for
   * @param digest of the same, {@code sha256:…}
   * @param bytes size of the same
   * @param blobs what belongs to it, that too; in an OCI image layout of the architecture
   */
  public record Image(
      String name,
      String architecture,
      String mediaType,
      String digest,
      long bytes,
      List<BundleFile> blobs) {
    public Image {
      blobs = List.copyOf(blobs);
    }
  }

  /** The packages for this kind of machine. */
  Optional<Packages> packagesOf(Target target) {
    return packages.stream().filter(p -> p.target().equals(target)).findFirst();
  }

  /** The kinds of machines that it has packages for. */
  public List<Target> targets() {
    return packages.stream().map(Packages::target).toList();
  }

  Optional<Program> program(String url) {
    return programs.stream().filter(p -> p.url().equals(url)).findFirst();
  }

  Optional<Image> image(String name, String architecture) {
    return imagesOf(architecture).stream().filter(i -> i.name().equals(name)).findFirst();
  }

  /** Whether the nodes get this image, by its whole name, from its registry. */
  boolean isReached(String image) {
    return reached.contains(ImageReference.parse(image).registry());
  }

  /** The architectures that it has images of. */
  public List<String> architectures() {
    return images.stream().map(Image::architecture).distinct().toList();
  }

  /** The images of an architecture. */
  public List<Image> imagesOf(String architecture) {
    return images.stream().filter(image -> image.architecture().equals(architecture)).toList();
  }

  /** The files of these, each once: images share layers. */
  public List<BundleFile> blobs(String architecture) {
    return imagesOf(architecture).stream()
        .flatMap(image -> image.blobs().stream())
        .distinct()
        .toList();
  }

  /** Every file, once; those that only people read are not among them. */
  public List<BundleFile> files() {
    Map<String, BundleFile> all = new LinkedHashMap<>();
    var found = new ArrayList<BundleFile>();
    packages.forEach(p -> p.repositories().forEach(r -> found.addAll(r.files())));
    programs.forEach(p -> found.add(p.file()));
    images.forEach(i -> found.addAll(i.blobs()));
    found.addAll(manifests);
    found.forEach(file -> all.putIfAbsent(file.path(), file));
    return List.copyOf(all.values());
  }
}
