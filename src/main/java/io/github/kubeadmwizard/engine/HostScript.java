package io.github.kubeadmwizard.engine;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What runs on a host for an action: a script of ours and its variables.
 *
 * @param script file under {@code installer-assets/scripts/}
 * @param vars by upper-case name
 */
public record HostScript(String script, SortedMap<String, Var> vars) {
  public HostScript {
    vars = Collections.unmodifiableSortedMap(new TreeMap<>(vars));
  }

  /** The script that an action means on a host. */
  public static HostScript of(Action action) {
    return switch (action) { // no default: a new action compiles once it has a script
      case Action.RunScript a -> new HostScript(a.script(), a.vars());
      case Action.WaitUntil a -> new HostScript(a.script(), a.vars());
      case Action.WriteFile a ->
          script("write-file.sh", "TARGET", a.path(), "MODE", a.mode()).and("CONTENT", a.content());
      case Action.EnsurePackages a ->
          script(
                  a.tool() == Action.PackageTool.APT ? "packages-apt.sh" : "packages-dnf.sh",
                  "PACKAGES",
                  lines(a.packages().stream().map(HostScript::wish)),
                  "HOLD",
                  lines(
                      a.packages().stream()
                          .filter(Action.PackageWish::hold)
                          .map(Action.PackageWish::name)),
                  "SOURCES",
                  lines(a.sources().stream().map(HostScript::source)))
              .and(a.wayOut());
      case Action.BringFiles a -> bring(a);
      case Action.EnsureService a ->
          script("service.sh", "UNIT", a.unit(), "ENABLED", flag(a.enabled()))
              .and("RUNNING", Var.of(a.running() ? "1" : ""))
              .and("NEWER_THAN", Var.of(lines(a.newerThan().stream())));
      case Action.LoadModules a ->
          script("modules.sh", "MODULES", lines(a.modules().stream()), "FILE", a.file());
      case Action.SetSysctls a ->
          script(
              "sysctls.sh",
              "SYSCTLS",
              lines(a.values().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())),
              "FILE",
              a.file());
      case Action.SwapOff _ -> script("swap-off.sh");
      case Action.HostsEntries a ->
          script(
              "hosts-entries.sh",
              "ENTRIES",
              lines(
                  a.names().entrySet().stream()
                      .map(e -> e.getKey() + " " + String.join(" ", e.getValue()))));
      case Action.OpenFirewall a -> firewall(a);
      case Action.ApplyManifest a ->
          script("apply-manifest.sh", "NAME", a.name(), "MANIFEST", a.yaml());
      case Action.ReachFromHere a ->
          script("reach-from-here.sh", "ADDRESS", a.address()).and("PORT", a.port());
      case Action.Reboot a -> script("reboot.sh", "UNTIL", a.until().orElse(""));
    };
  }

  /** Where nobody can send the files beside, such as in a runbook, it says what has to be there. */
  private static HostScript bring(Action.BringFiles action) {
    var files = action.files().stream().map(f -> f.sha256() + "|" + f.bytes() + "|" + f.path());
    HostScript script =
        script("bring-files.sh", "FOLDER", action.folder(), "FILES", lines(files), "STEP", "check");
    for (var reason : action.unless().entrySet()) {
      script = script.and(reason.getKey(), Var.of(reason.getValue()));
    }
    return script;
  }

  private static String source(PackageFolder source) {
    return String.join(
        "|",
        source.folder(),
        source.suite(),
        String.join(" ", source.components()),
        source.key().orElse(""));
  }

  private static HostScript firewall(Action.OpenFirewall action) {
    String script =
        switch (action.tool()) {
          case FIREWALLD -> "firewall-firewalld.sh";
          case UFW -> "firewall-ufw.sh";
          case NFTABLES -> "firewall-nftables.sh";
        };
    var rules =
        action.rules().stream()
            .map(r -> String.join("|", r.from(), r.protocol(), r.ports(), r.why()));
    return script(script, "RULES", lines(rules), "TRUSTED", lines(action.trusted().stream()));
  }

  private static String wish(Action.PackageWish wish) {
    return wish.version() == null ? wish.name() : wish.name() + "=" + wish.version();
  }

  private static String flag(boolean on) {
    return on ? "1" : "0";
  }

  private static String lines(java.util.stream.Stream<String> lines) {
    return String.join("\n", lines.toList());
  }

  private static HostScript script(String name, String... namesAndValues) {
    var vars = new TreeMap<String, Var>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      vars.put(namesAndValues[i], Var.of(namesAndValues[i + 1]));
    }
    return new HostScript(name, vars);
  }

  /** The same, with one variable more or another value of it. */
  public HostScript and(String name, Var value) {
    return and(Map.of(name, value));
  }

  private HostScript and(Map<String, Var> others) {
    var more = new TreeMap<>(vars);
    more.putAll(others);
    return new HostScript(script, more);
  }

  /** The variables as they are shown: known texts, and run values as {@code <name>}. */
  public SortedMap<String, String> shown() {
    var shown = new TreeMap<String, String>();
    vars.forEach((name, value) ->
        shown.put(
            name,
            switch (value) {
              case Var.Text(String text) -> text;
              case Var.RunValue(String runValue) -> "<" + runValue + ">";
            }));
    return shown;
  }
}
