package io.github.kubeadmwizard.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Reads the repositories of dnf, yum and zypper. Source: dnf.conf(5). */
final class RpmSources {
  private RpmSources() {}

  static List<PackageSource> read(FactsOutput out, Os os) {
    var variables = variables(out, os);
    var result = new ArrayList<PackageSource>();
    out.files("/etc/")
        .filter(file -> file.path().endsWith(".repo"))
        .forEach(file ->
            sections(file.content())
                .forEach((id, keys) -> add(result, file.path(), id, keys, variables)));
    return result;
  }

  private static Map<String, String> variables(FactsOutput out, Os os) {
    var result = new LinkedHashMap<String, String>();
    var version = os.versionId().orElse("");
    var hardware =
        out.all("kernel", "hardware").flatMap(head -> head.field(1).stream()).findFirst();
    result.put("releasever", os.isLike("fedora") ? version.replaceFirst("\\..*$", "") : version);
    hardware.ifPresent(name -> result.put("basearch", name));
    hardware.ifPresent(name -> result.put("arch", name));
    for (var place : List.of("/etc/yum/vars/", "/etc/dnf/vars/")) {
      out.files(place)
          .forEach(file ->
              result.put(
                  file.path().substring(place.length()),
                  file.content().lines().findFirst().orElse("").strip()));
    }
    return result;
  }

  private static Map<String, Map<String, String>> sections(String content) {
    var result = new LinkedHashMap<String, Map<String, String>>();
    Map<String, String> current = new LinkedHashMap<>();
    for (var line : content.lines().filter(text -> !text.matches("\\s*[#;].*")).toList()) {
      int sign = line.indexOf('=');
      if (line.startsWith("[") && line.strip().endsWith("]")) {
        current = new LinkedHashMap<>();
        result.put(line.strip().substring(1, line.strip().length() - 1), current);
      } else if (sign > 0) {
        current.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
      }
    }
    result.remove("main");
    return result;
  }

  private static void add(
      List<PackageSource> result,
      String file,
      String id,
      Map<String, String> keys,
      Map<String, String> variables) {
    var base = Text.value(keys, "baseurl").map(list -> Text.words(list).getFirst());
    var list = Text.value(keys, "metalink").or(() -> Text.value(keys, "mirrorlist"));
    var uri = base.or(() -> list).orElse("");
    var target = base.map(text -> text.replaceFirst("/*$", "/repodata/repomd.xml")).or(() -> list);
    result.add(
        new PackageSource(
            file,
            id,
            uri,
            target.map(text -> filled(text, variables)).filter(t -> t.matches("https?://[^$]*")),
            !keys.getOrDefault("enabled", "1").matches("0|no|false|False"),
            !isOwn(keys.getOrDefault("gpgkey", ""), uri)));
  }

  private static String filled(String text, Map<String, String> variables) {
    var result = text;
    for (var variable : variables.entrySet()) {
      result =
          result
              .replace("${" + variable.getKey() + "}", variable.getValue())
              .replaceAll(
                  "\\$" + variable.getKey().replaceAll("\\W", "") + "\\b",
                  Matcher.quoteReplacement(variable.getValue()));
    }
    return result;
  }

  /** By the key that the distribution ships, or the host's name. */
  private static boolean isOwn(String key, String uri) {
    return key.matches("(?i).*/RPM-GPG-KEY-(redhat|centos|rocky|alma|fedora|oracle|amazon).*")
        || uri.matches(
            "https?://[^/]*\\.?(fedoraproject\\.org|centos\\.org|opensuse\\.org|suse\\.com|redhat\\.com)/.*");
  }
}
