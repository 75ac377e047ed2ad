package io.github.kubeadmwizard.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A repository of RPM packages of which a part is kept: packages byte by byte, so that dnf on a
 * host checks upstream's signature of each by upstream's key, and a list of these alone, which is
 * ours. Here the chain of digests is checked, from {@code repomd.xml} to the packages.
 */
final class RpmRepository {
  private final URI base;
  private final Optional<String> key;
  private final Target target;
  private final Downloads downloads;
  private final String folder;
  private final List<BundleFile> files = new ArrayList<>();
  private final Set<RpmPackage> taken = new LinkedHashSet<>();
  private List<RpmPackage> offered = List.of();
  private RpmMetadata.Listed list = new RpmMetadata.Listed("", "");
  private byte[] packed = new byte[0];

  /**
   * @param base its address, with nothing left to be filled in
   * @param key address of its key; empty: one that hosts have
   */
  RpmRepository(URI base, Optional<String> key, Target target, Downloads downloads) {
    this.base = base;
    this.key = key;
    this.target = target;
    this.downloads = downloads;
    this.folder =
        "rpm/%s-%s/%s"
            .formatted(
                target.os(),
                target.architecture(),
                base.toString()
                    .replaceFirst("^[a-z]+://", "")
                    .replaceAll("[^A-Za-z0-9.]+", "-")
                    .replaceFirst("-$", ""));
  }

  /** What it offers for the architecture. */
  List<RpmPackage> read() throws BundleFailure {
    URI repomd = at("repodata/repomd.xml");
    try {
      list = RpmMetadata.listed(needed(repomd));
    } catch (IOException e) {
      throw odd(repomd, e);
    }
    URI uri = at(list.path());
    packed = needed(uri);
    String found = Digest.of(packed);
    if (!found.equals(list.sha256())) {
      throw BundleFailure.of(
          "bundle.otherContent", Web.host(uri), uri.toString(), list.sha256(), found);
    }
    try (InputStream in = RpmMetadata.unpacked(list.path(), packed)) {
      offered = RpmIndex.read(in, Set.of(RpmSources.hardware(target), "noarch"));
    } catch (IOException e) {
      throw odd(uri, e);
    }
    return offered;
  }

  /** Whether it has this package. */
  boolean has(RpmPackage wanted) {
    return offered.contains(wanted);
  }

  void fetch(RpmPackage one) throws BundleFailure {
    BundleFile file = one.file();
    files.add(
        downloads.fetch(
            at(file.path()),
            new BundleFile(folder + "/" + file.path(), file.bytes(), file.sha256())));
    taken.add(one);
  }

  /** Whether anything of it is used. */
  boolean isUsed() {
    return !taken.isEmpty();
  }

  /** What was kept of it, after its key and the list of these packages were written. */
  Bundle.Repository kept() throws BundleFailure {
    var digests = new LinkedHashSet<String>();
    taken.forEach(one -> digests.add(one.file().sha256()));
    try (InputStream in = RpmMetadata.unpacked(list.path(), packed)) {
      byte[] part = RpmMetadata.part(in, digests);
      BundleFile primary = downloads.keep(folder + "/repodata/primary.xml.gz", part);
      files.add(primary);
      files.add(
          downloads.keep(
              folder + "/repodata/repomd.xml",
              BundleDirectory.bytes(RpmMetadata.repomd(primary, part))));
    } catch (IOException e) {
      throw odd(at(list.path()), e);
    }
    Optional<String> kept = Optional.empty();
    if (key.isPresent()) {
      kept = Optional.of(folder + "/" + key.get().replaceFirst("^.*/", "kubeadm-wizard-key-"));
      files.add(downloads.keep(kept.get(), readKey(URI.create(key.get()))));
    }
    return new Bundle.Repository(folder, "", List.of(), kept, files);
  }

  private byte[] readKey(URI uri) throws BundleFailure {
    byte[] text = needed(uri);
    if (!new String(text, StandardCharsets.US_ASCII).startsWith("-----BEGIN PGP")) {
      throw BundleFailure.of("bundle.keyNotAKey", Web.host(uri), uri.toString());
    }
    return text;
  }

  private URI at(String path) {
    try {
      return URI.create(base.toString().replaceFirst("/*$", "/"))
          .resolve(new URI(null, null, "./" + path, null).getRawPath().replace("%25", "%"));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  private byte[] needed(URI uri) throws BundleFailure {
    return downloads
        .web()
        .bytes(uri)
        .orElseThrow(() -> BundleFailure.of("bundle.missing", Web.host(uri), uri.toString()));
  }

  private static BundleFailure odd(URI uri, IOException e) {
    String why = String.valueOf(e.getMessage());
    return BundleFailure.because(e, "bundle.listOdd", Web.host(uri), uri.toString(), why);
  }
}
