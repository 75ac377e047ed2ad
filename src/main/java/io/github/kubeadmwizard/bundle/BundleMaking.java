package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.engine.Action.PackageWish;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.manifests.ImageReference;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a bundle: collects what machines need into one directory. */
public final class BundleMaking implements AutoCloseable {
  private static final String MARK = ".kubeadm-wizard-bundle";

  private final Path directory;
  private final Web web;
  private final Downloads downloads;
  private final Registries registries;

  /**
   * @param directory empty, or one in which a bundle was begun or made before
   * @param mirrors of registries, as in the cluster file
   */
  public BundleMaking(
      Path directory,
      Map<String, String> mirrors,
      RegistryAccount accounts,
      BundleProgress progress) {
    this(directory, mirrors, accounts, progress, Duration.ofSeconds(2));
  }

  BundleMaking(
      Path directory,
      Map<String, String> mirrors,
      RegistryAccount accounts,
      BundleProgress progress,
      Duration pause) {
    this.directory = directory;
    this.web = new Web(pause);
    this.downloads = new Downloads(directory, web, progress);
    this.registries = new Registries(web, mirrors, accounts);
  }

  /**
   * What a kind of machine needs.
   *
   * @param archives of its distribution
   */
  public record Wish(Target target, Needs needs, List<Needs.Source> archives) {
    public Wish {
      archives = List.copyOf(archives);
    }
  }

  /**
   * Collects everything, and writes the list of it last.
   *
   * @param kubernetes the version in full
   * @param reached registries that the nodes reach by themselves; their images stay out
   * @throws BundleFailure if something cannot be had; what came stays for the next try
   */
  public Bundle make(
      String kubernetes, List<Wish> wishes, List<ManifestFile> manifests, List<String> reached)
      throws BundleFailure {
    begin();
    var packages = new ArrayList<Bundle.Packages>();
    for (Wish wish : wishes) {
      if (!wish.needs().packages().isEmpty()) {
        packages.add(packages(wish));
      }
    }
    var programs = new LinkedHashMap<String, Bundle.Program>();
    var fetch = new ProgramFetch(downloads);
    for (Wish wish : wishes) {
      for (Needs.ProgramLine line : wish.needs().programs()) {
        programs.put(line.url(), fetch.fetch(line));
      }
    }
    var bundle =
        new Bundle(
            kubernetes,
            packages,
            List.copyOf(programs.values()),
            images(wishes, reached),
            manifests(manifests),
            reached);
    layouts(bundle);
    new BundleDirectory(directory).write(bundle, downloads);
    return bundle;
  }

  /** The newest version of a package with this beginning, without what the packager added. */
  public String newest(String name, String beginning, Wish wish) throws BundleFailure {
    begin();
    var found = new ArrayList<PackageVersion>();
    for (Needs.Source source : wish.needs().repositories()) {
      versions(source, name, wish.target()).stream()
          .filter(version -> version.text().startsWith(beginning + "."))
          .forEach(found::add);
    }
    return found.stream()
        .max(Comparator.naturalOrder())
        .map(version -> version.text().replaceFirst("[-~+].*$", ""))
        .orElseThrow(() ->
            BundleFailure.of(
                "bundle.packageMissing", "", name + " " + beginning, wish.target().toString()));
  }

  private List<PackageVersion> versions(Needs.Source source, String name, Target target)
      throws BundleFailure {
    return switch (source) {
      case Needs.Repository debian ->
          new AptRepository(debian, downloads)
              .read(target.architecture()).stream()
                  .filter(p -> p.name().equals(name))
                  .map(DebianPackage::version)
                  .toList();
      case Needs.RpmRepository rpm ->
          new RpmCollection(target, downloads)
              .read(List.of(rpm)).stream()
                  .filter(p -> p.name().equals(name))
                  .map(p -> new PackageVersion(p.version().toString()))
                  .toList();
    };
  }

  /** The version that a small text at this address says. */
  public String said(String address, String beginning) throws BundleFailure {
    URI uri = URI.create(address);
    String text =
        web.bytes(uri).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("").strip();
    if (!text.matches("v?" + Pattern.quote(beginning) + "\\.\\d+")) {
      throw BundleFailure.of("bundle.missing", Web.host(uri), address);
    }
    return text.replaceFirst("^v", "");
  }

  private void begin() throws BundleFailure {
    try {
      Files.createDirectories(directory);
      try (var there = Files.list(directory)) {
        boolean foreign = there.findAny().isPresent() && !Files.exists(directory.resolve(MARK));
        if (foreign) {
          throw BundleFailure.of("bundle.notEmpty", "", directory.toString());
        }
      }
      Files.deleteIfExists(directory.resolve(BundleDirectory.LIST)); // until it is whole again
      Files.writeString(directory.resolve(MARK), "");
    } catch (IOException e) {
      throw Downloads.unwritable(directory, e);
    }
  }

  private Bundle.Packages packages(Wish wish) throws BundleFailure {
    if (wish.archives().isEmpty()) {
      throw BundleFailure.of("bundle.noArchive", "", wish.target().toString());
    }
    if (wish.archives().getFirst() instanceof Needs.RpmRepository) {
      return new RpmCollection(wish.target(), downloads).packages(wish);
    }
    var repositories = new ArrayList<AptRepository>();
    var offered = new ArrayList<DebianPackage>();
    var all = new ArrayList<>(wish.needs().repositories());
    all.addAll(wish.archives());
    for (Needs.Source one : all) {
      if (one instanceof Needs.Repository debian) {
        var repository = new AptRepository(debian, downloads);
        offered.addAll(repository.read(wish.target().architecture()));
        repositories.add(repository);
      }
    }
    var closure = new Closure(offered).take(wish.needs().packages());
    if (!closure.unmet().isEmpty()) {
      throw unmet(wish.target(), closure.unmet().getFirst());
    }
    for (DebianPackage one : closure.packages()) {
      for (AptRepository repository : repositories) {
        if (repository.has(one)) {
          repository.fetch(one);
        }
      }
    }
    return new Bundle.Packages(
        wish.target(),
        closure.packages().stream().map(p -> p.name() + "=" + p.version().text()).toList(),
        closure.absent(),
        repositories.stream().filter(AptRepository::isUsed).map(AptRepository::kept).toList());
  }

  static BundleFailure unmet(Target target, PackageWish one) {
    String name = one.version() == null ? one.name() : one.name() + " " + one.version();
    return BundleFailure.of("bundle.packageMissing", "", name, target.toString());
  }

  private List<Bundle.Image> images(List<Wish> wishes, List<String> reached) throws BundleFailure {
    record Wanted(String name, String architecture) {}
    Set<Wanted> wanted = new LinkedHashSet<>();
    wishes.forEach(wish ->
        wish.needs()
            .images()
            .forEach(name -> wanted.add(new Wanted(name, wish.target().architecture()))));
    var images = new ArrayList<Bundle.Image>();
    for (Wanted one : wanted) {
      var reference = ImageReference.parse(one.name());
      if (!reached.contains(reference.registry())) {
        images.add(image(reference, one.architecture()));
      }
    }
    return images;
  }

  private List<BundleFile> manifests(List<ManifestFile> wanted) throws BundleFailure {
    var kept = new ArrayList<BundleFile>();
    for (ManifestFile one : wanted) {
      if (one.address().isPresent()) {
        URI uri = one.address().get();
        byte[] bytes =
            web.bytes(uri)
                .orElseThrow(
                    () -> BundleFailure.of("bundle.missing", Web.host(uri), uri.toString()));
        kept.add(checked(one, uri.toString(), bytes));
      } else {
        Path file =
            one.file().orElseThrow(() -> BundleFailure.of("bundle.missing", "", one.path()));
        try {
          kept.add(checked(one, file.toString(), Files.readAllBytes(file)));
        } catch (IOException e) {
          throw BundleFailure.because(e, "bundle.missing", "", file.toString());
        }
      }
    }
    return kept;
  }

  private BundleFile checked(ManifestFile wanted, String from, byte[] bytes) throws BundleFailure {
    BundleFile file = downloads.keep(wanted.path(), bytes);
    String sha256 = wanted.sha256().orElse(file.sha256());
    if (!file.sha256().equals(sha256)) {
      throw BundleFailure.of("bundle.otherContent", "", from, sha256, file.sha256());
    }
    return file;
  }

  /** Of the first place that has it. */
  private Bundle.Image image(ImageReference reference, String architecture) throws BundleFailure {
    BundleFailure first = null;
    for (Registry registry : registries.of(reference.registry())) {
      try {
        return new ImagePull(registry, reference, architecture, downloads).pull();
      } catch (BundleFailure failure) {
        first = first == null ? failure : first;
        if (!failure.problem().id().equals("bundle.imageMissing")) {
          break;
        }
      }
    }
    throw java.util.Objects.requireNonNull(first);
  }

  /** So that other tools read the images as well. */
  private void layouts(Bundle bundle) throws BundleFailure {
    for (String architecture : bundle.architectures()) {
      String folder = ImagePull.layout(architecture);
      var mine = bundle.imagesOf(architecture);
      downloads.keep(
          folder + "/oci-layout", BundleDirectory.bytes("{\"imageLayoutVersion\":\"1.0.0\"}\n"));
      downloads.keep(
          folder + "/index.json", BundleDirectory.bytes(Json.pretty(ImagePull.index(mine)) + "\n"));
    }
  }

  @Override
  public void close() {
    web.close();
  }
}
