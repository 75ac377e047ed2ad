package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.bundle.Needs.ProgramLine;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fetches programs that come as files, by the checksums that upstream has beside them. */
final class ProgramFetch {
  private static final Pattern LINE =
      Pattern.compile("([0-9A-Fa-f]{64})(?:[ \\t]+\\*?(\\S*))?\\s*");

  private final Downloads downloads;

  ProgramFetch(Downloads downloads) {
    this.downloads = downloads;
  }

  Bundle.Program fetch(ProgramLine line) throws BundleFailure {
    URI uri = URI.create(line.url());
    String sha256 = line.checksum().startsWith("@") ? lookUp(line, uri) : line.checksum();
    String path =
        "programs/" + line.url().replaceFirst("^[a-z]+://", "").replaceAll("[^\\w./+-]+", "-");
    return new Bundle.Program(line.url(), downloads.fetch(uri, new BundleFile(path, 0, sha256)));
  }

  /** A digest alone, or that of this file in a list. */
  private String lookUp(ProgramLine line, URI uri) throws BundleFailure {
    URI list = URI.create(line.checksum().substring(1));
    byte[] text =
        downloads
            .web()
            .bytes(list)
            .orElseThrow(() -> BundleFailure.of("bundle.missing", Web.host(list), list.toString()));
    String name = uri.getPath().replaceFirst("^.*/", "");
    var alone = new ArrayList<String>();
    Optional<String> named = Optional.empty();
    for (String each : new String(text, StandardCharsets.UTF_8).split("\n", -1)) {
      var found = LINE.matcher(each);
      if (found.matches()) {
        String digest = found.group(1).toLowerCase(Locale.ROOT);
        String said = found.group(2) == null ? "" : found.group(2).replaceFirst("^.*/", "");
        if (said.isEmpty()) {
          alone.add(digest);
        } else if (said.equals(name)) {
          named = Optional.of(digest);
        }
      }
    }
    return named
        .or(() -> alone.size() == 1 ? Optional.of(alone.getFirst()) : Optional.empty())
        .orElseThrow(() ->
            BundleFailure.of("bundle.checksumNotListed", Web.host(list), list.toString(), name));
  }
}
