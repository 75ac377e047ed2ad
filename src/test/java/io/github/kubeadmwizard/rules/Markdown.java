package io.github.kubeadmwizard.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What links are concerned with in a page of Markdown; what stands in code is left out.
 *
 * @param file the page
 * @param links targets of links and images, in order
 * @param ids the anchors that are written out ({@code <a id="…">}), in order
 * @param headings the headings with their number signs, in order
 */
record Markdown(Path file, List<String> links, List<String> ids, List<String> headings) {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(<?([^)\\s>]+)>?[^)]*\\)");
  private static final Pattern LINK_OF_IMAGE =
      Pattern.compile("!\\[[^\\]]*]\\([^)]*\\)]\\(([^)\\s]+)\\)");
  private static final Pattern HTML = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("<a id=\"([^\"]+)\"></a>");
  private static final Pattern CODE = Pattern.compile("(`+)[^`].*?\\1(?!`)");
  private static final Pattern HEADING = Pattern.compile("#{1,6} .*");

  static Markdown read(Path file) {
    var links = new ArrayList<String>();
    var ids = new ArrayList<String>();
    var headings = new ArrayList<String>();
    boolean code = false;
    for (String line : ProjectFiles.text(file).lines().toList()) {
      if (line.strip().startsWith("```")) {
        code = !code;
      } else if (!code) {
        if (HEADING.matcher(line).matches()) {
          headings.add(line);
        }
        String plain = CODE.matcher(line).replaceAll("");
        for (Pattern pattern : List.of(LINK, LINK_OF_IMAGE, HTML)) {
          links.addAll(found(pattern, plain));
        }
        ids.addAll(found(ID, plain));
      }
    }
    return new Markdown(file, links, ids, headings);
  }

  private static List<String> found(Pattern pattern, String line) {
    return pattern.matcher(line).results().map((MatchResult result) -> result.group(1)).toList();
  }

  /** What may stand behind a number sign: the anchors, and the headings as GitHub names them. */
  Set<String> targets() {
    var targets = new HashSet<>(ids);
    var times = new HashMap<String, Integer>();
    for (String heading : headings) {
      String slug = slug(heading);
      int before = times.merge(slug, 1, Integer::sum) - 1;
      targets.add(before == 0 ? slug : slug + "-" + before);
    }
    return targets;
  }

  /** Source: github-slugger; letters and digits of any script stay. */
  private static String slug(String heading) {
    return heading
        .replaceFirst("^#+ ", "")
        .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
        .replace(' ', '-');
  }

  /** Anchors that stand twice. */
  Set<String> twice() {
    var seen = new HashSet<String>();
    var twice = new TreeSet<String>();
    ids.stream().filter(id -> !seen.add(id)).forEach(twice::add);
    return twice;
  }
}
