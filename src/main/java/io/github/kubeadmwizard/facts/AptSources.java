package io.github.kubeadmwizard.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads apt's sources, in both formats. Source: sources.list(5). */
final class AptSources {
  private static final Pattern LINE =
      Pattern.compile("^deb\\s+(?:\\[([^\\]]*)\\]\\s+)?(\\S+)\\s+(\\S+)\\s*(.*)$");

  private AptSources() {}

  static List<PackageSource> read(FactsOutput out, Os os) {
    var result = new ArrayList<PackageSource>();
    out.files("/etc/apt/sources.list").forEach(file -> result.addAll(read(file, os)));
    return result;
  }

  private static List<PackageSource> read(TextFile file, Os os) {
    return file.path().endsWith(".sources") ? stanzas(file, os) : lines(file, os);
  }

  private static List<PackageSource> lines(TextFile file, Os os) {
    var result = new ArrayList<PackageSource>();
    for (var line : file.content().lines().toList()) {
      var found = LINE.matcher(line.replaceFirst("\\s#.*$", "").strip());
      if (found.matches()) {
        var options = Optional.ofNullable(found.group(1)).orElse("");
        var key = options.replaceFirst("^(?:.*\\s)?signed-by=(\\S+).*$", "$1");
        var signedBy = key.equals(options) ? "" : key;
        result.add(
            source(file, os, found.group(2), found.group(3), found.group(4), signedBy, true));
      }
    }
    return result;
  }

  private static List<PackageSource> stanzas(TextFile file, Os os) {
    var result = new ArrayList<PackageSource>();
    var uncommented = file.content().lines().filter(line -> !line.startsWith("#")).toList();
    for (var stanza : Text.paragraphs(uncommented)) {
      var fields = fields(stanza);
      boolean enabled =
          !"no".equals(fields.getOrDefault("enabled", "yes").toLowerCase(Locale.ROOT));
      if (!Text.words(fields.getOrDefault("types", "")).contains("deb")) {
        continue;
      }
      for (var uri : Text.words(fields.getOrDefault("uris", ""))) {
        for (var suite : Text.words(fields.getOrDefault("suites", ""))) {
          var components = fields.getOrDefault("components", "");
          var signedBy = fields.getOrDefault("signed-by", "");
          result.add(source(file, os, uri, suite, components, signedBy, enabled));
        }
      }
    }
    return result;
  }

  private static Map<String, String> fields(List<String> stanza) {
    var result = new LinkedHashMap<String, String>();
    var last = "";
    for (var line : stanza) {
      int colon = line.indexOf(':');
      if (line.startsWith(" ") && !last.isEmpty()) {
        result.merge(last, line, String::concat);
      } else if (colon > 0) {
        last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        result.put(last, line.substring(colon + 1).strip());
      }
    }
    return result;
  }

  private static PackageSource source(
      TextFile file,
      Os os,
      String uri,
      String suite,
      String components,
      String signedBy,
      boolean enabled) {
    var base = uri.endsWith("/") ? uri : uri + "/";
    // A suite that ends with a slash is a path of its own, without dists.
    var release = suite.endsWith("/") ? base + suite : base + "dists/" + suite + "/";
    var check = (release + "InRelease").replaceFirst("(?<!:)/\\.?/+(?=InRelease)", "/");
    return new PackageSource(
        file.path(),
        suite,
        uri,
        check.matches("https?://.*") ? Optional.of(check) : Optional.empty(),
        enabled,
        !isOwn(file, os, base, components, signedBy));
  }

  /** By the host's name; for mirrors by where it is configured, what it serves and who signs. */
  private static boolean isOwn(
      TextFile file, Os os, String uri, String components, String signedBy) {
    if (uri.matches("https?://([^/]+\\.)?(debian\\.org|ubuntu\\.com|raspbian\\.org)/.*")) {
      return true;
    }
    var id = os.id().orElse("debian");
    boolean ownFile =
        file.path().matches("/etc/apt/sources\\.list(\\.d/(" + Pattern.quote(id) + ")\\.\\w+)?");
    boolean ownKey = signedBy.contains(id + "-archive-keyring");
    boolean ownContent =
        Text.words(components).contains("main")
            && uri.matches(".*/" + Pattern.quote(id) + "[^/]*/$");
    return ownContent && (ownFile || ownKey); // a mirror may sign with its own key
  }
}
