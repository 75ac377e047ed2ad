package io.github.kubeadmwizard.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A repository of Debian packages as upstream has it: its signed list is kept byte by byte, so that
 * apt on a host checks upstream's signature itself; here only the chain of digests from that list
 * to indexes and packages is checked. Source: Debian's RepositoryFormat.
 */
final class AptRepository {
  private final Needs.Repository wish;
  private final Downloads downloads;
  private final String folder;
  private final List<BundleFile> files = new ArrayList<>();
  private final List<String> components = new ArrayList<>();
  private List<DebianPackage> offered = List.of();
  private Optional<String> key = Optional.empty();

  AptRepository(Needs.Repository wish, Downloads downloads) {
    this.wish = wish;
    this.downloads = downloads;
    this.folder =
        "apt/"
            + wish.uri()
                .replaceFirst("^[a-z]+://", "")
                .replaceAll("[^A-Za-z0-9.]+", "-")
                .replaceFirst("-$", "");
  }

  /** What it offers for this architecture, after its lists and its key were fetched. */
  List<DebianPackage> read(String architecture) throws BundleFailure {
    Map<String, BundleFile> listed = release();
    var all = new ArrayList<DebianPackage>();
    if (isFlat()) {
      index("", listed).ifPresent(all::addAll);
    } else {
      for (String component : wish.components()) {
        var found = index(component + "/binary-" + architecture + "/", listed);
        found.ifPresent(packages -> {
          all.addAll(packages);
          components.add(component);
        });
      }
    }
    if (wish.key().isPresent()) {
      String path = wish.key().get();
      key = Optional.of(folder + "/" + path.replaceFirst("^.*/", "kubeadm-wizard-key-"));
      files.add(downloads.keep(key.get(), needed(URI.create(path))));
    }
    offered = List.copyOf(all);
    return offered;
  }

  private boolean isFlat() {
    return wish.suite().endsWith("/");
  }

  /** The folder of the lists, below the address; ends with a slash or is empty. */
  private String lists() {
    return isFlat() ? wish.suite().replaceFirst("^/+", "") : "dists/" + wish.suite() + "/";
  }

  /** File names hold percent signs themselves, such as that of an epoch's colon. */
  private URI at(String path) {
    String quoted = path.replace("%", "%25").replace(" ", "%20");
    return URI.create(wish.uri().replaceFirst("/+$", "") + "/" + quoted);
  }

  private byte[] needed(URI uri) throws BundleFailure {
    return downloads
        .web()
        .bytes(uri)
        .orElseThrow(() -> BundleFailure.of("bundle.missing", Web.host(uri), uri.toString()));
  }

  private Map<String, BundleFile> release() throws BundleFailure {
    String path = lists() + "InRelease";
    Optional<byte[]> signed = downloads.web().bytes(at(path));
    if (signed.isPresent()) {
      files.add(downloads.keep(folder + "/" + path, signed.get()));
      return digests(signed.get());
    }
    byte[] list = needed(at(lists() + "Release"));
    files.add(downloads.keep(folder + "/" + lists() + "Release", list));
    byte[] signature = needed(at(lists() + "Release.gpg"));
    files.add(downloads.keep(folder + "/" + lists() + "Release.gpg", signature));
    return digests(list);
  }

  /** The files of the section SHA256, by their paths. */
  private Map<String, BundleFile> digests(byte[] release) {
    var found = new TreeMap<String, BundleFile>();
    boolean inside = false;
    for (String line : new String(release, StandardCharsets.UTF_8).split("\n", -1)) {
      if (!line.startsWith(" ")) {
        inside = line.strip().equals("SHA256:");
      } else if (inside) {
        String[] words = line.strip().split("\\s+", 3);
        if (words.length == 3 && words[0].matches("[0-9a-f]{64}")) {
          String path = words[2].replaceFirst("^\\./", "");
          long bytes = Long.parseLong(words[1]);
          found.put(path, new BundleFile(folder + "/" + lists() + path, bytes, words[0]));
        }
      }
    }
    return found;
  }

  /** An index in the form that apt will look for first; empty where the list has none. */
  private Optional<List<DebianPackage>> index(String path, Map<String, BundleFile> listed)
      throws BundleFailure {
    for (String name : List.of(path + "Packages.gz", path + "Packages")) {
      BundleFile file = listed.get(name);
      if (file == null || file.bytes() == 0) {
        continue;
      }
      byte[] bytes = needed(at(lists() + name));
      if (!Digest.of(bytes).equals(file.sha256())) {
        URI uri = at(lists() + name);
        throw BundleFailure.of(
            "bundle.otherContent", Web.host(uri), uri.toString(), file.sha256(), Digest.of(bytes));
      }
      files.add(downloads.keep(file.path(), bytes));
      return Optional.of(DebianPackage.read(text(name, bytes)));
    }
    return Optional.empty();
  }

  private String text(String name, byte[] bytes) throws BundleFailure {
    if (!name.endsWith(".gz")) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Web.unreachable(at(lists() + name), e);
    }
  }

  /** Whether it is this repository's own package. */
  boolean has(DebianPackage one) {
    return offered.contains(one);
  }

  void fetch(DebianPackage one) throws BundleFailure {
    String path = one.path().path();
    files.add(
        downloads.fetch(
            at(path),
            new BundleFile(folder + "/" + path, one.path().bytes(), one.path().sha256())));
  }

  /** What was kept of it. */
  Bundle.Repository kept() {
    return new Bundle.Repository(folder, wish.suite(), components, key, files);
  }

  /** Whether anything of it is used. */
  boolean isUsed() {
    return !offered.isEmpty();
  }
}
