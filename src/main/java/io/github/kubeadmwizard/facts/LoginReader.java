package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads who ran the script, and proxies. */
final class LoginReader {
  private static final Pattern APT =
      Pattern.compile("^\\s*(Acquire::\\w+::Proxy\\S*)\\s+\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

  private LoginReader() {}

  static Login read(FactsOutput out) {
    var uid = out.field("login", 0).map(Text::small).orElse(OptionalInt.empty());
    var users =
        out.all("user").flatMap(h -> h.field(0).stream()).map(u -> List.of(u.split(":", -1)));
    var known = users.filter(user -> user.size() == 7).toList();
    var self = known.stream().filter(u -> Text.small(u.get(2)).equals(uid)).findFirst();
    var login = out.field("login", 2).or(() -> self.map(List::getFirst));
    var home =
        known.stream().filter(u -> login.filter(u.getFirst()::equals).isPresent()).findFirst();
    return new Login(
        uid,
        self.map(List::getFirst).or(() -> out.field("login", 1)),
        login,
        home.map(user -> user.get(5)),
        locale(out),
        proxies(out));
  }

  private static Optional<String> locale(FactsOutput out) {
    return Text.value(Text.assignments(out.lines("/etc/locale.conf")), "LANG")
        .or(() -> Text.value(Text.assignments(out.lines("/etc/default/locale")), "LANG"));
  }

  private static SortedMap<String, String> proxies(FactsOutput out) {
    var result = new TreeMap<String, String>();
    addProxies(result, Text.assignments(out.lines("/etc/environment")));
    out.all("env")
        .filter(head -> head.fields().size() == 2)
        .forEach(head -> result.put(head.fields().get(0), head.fields().get(1)));
    out.files("/etc/apt/apt.conf")
        .flatMap(file -> file.content().lines())
        .map(APT::matcher)
        .filter(Matcher::find)
        .forEach(found -> result.put(found.group(1), found.group(2)));
    out.files("/etc/systemd/system/")
        .filter(file -> file.path().contains("proxy"))
        .forEach(file -> result.put(file.path(), ""));
    for (var path : List.of("/etc/dnf/dnf.conf", "/etc/yum.conf")) {
      Text.value(Text.assignments(out.lines(path)), "proxy")
          .ifPresent(proxy -> result.put(path, proxy));
    }
    return result;
  }

  private static void addProxies(Map<String, String> result, Map<String, String> environment) {
    environment.forEach((name, value) -> {
      if (name.matches("(?i)(https?|no|all|ftp)_proxy")) {
        result.put(name, value);
      }
    });
  }
}
