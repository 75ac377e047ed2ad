package io.github.kubeadmwizard.journal;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Before;
import io.github.kubeadmwizard.engine.FailedCommand;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A run with every kind of event, action and outcome. */
final class SampleRun {
  static final HostName N1 = new HostName("n1");
  static final HostName N2 = new HostName("n2");
  static final Instant AT = Instant.parse("2026-11-21T16:34:12.5Z");

  private SampleRun() {}

  static Problem problem() {
    return new Problem(
        "host.aptLocked",
        N2,
        "packages",
        Message.of("host.aptLocked.what", "n2", 3, List.of("a", Message.of("host.inner", 1.5))),
        Message.of("host.aptLocked.why"),
        Message.of("host.aptLocked.remedy"),
        Optional.of(new FailedCommand("packages-apt.sh PACKAGES=kubelet", 100, List.of("E: 锁"))),
        List.of(new Action.SwapOff("swap-off", Message.of("install.swapOff"))));
  }

  static List<RunEvent> events() {
    var changed =
        new Outcome.Changed(
            List.of(
                new Before("file", new TreeMap<>(Map.of("path", "/etc/fstab", "mode", "0644"))),
                new Before("swap", new TreeMap<>(Map.of("device", "/dev/sda3")))));
    return List.of(
        new RunEvent.RunStarted(AT, "20261121-163412-9f3a", plan()),
        new RunEvent.PhaseStarted(AT, N1, "prepare"),
        new RunEvent.Waiting(AT, N2, "join", Optional.empty(), Message.of("engine.waits", "api")),
        new RunEvent.ActionStarted(AT, N1, "prepare", "swap-off", Message.of("install.swapOff")),
        new RunEvent.Output(AT, N1, "prepare", "swap-off", true, "swapoff: /dev/sda3"),
        new RunEvent.Progress(AT, N1, "prepare", "swap-off", 1, 2, "fstab"),
        new RunEvent.ActionFinished(AT, N1, "prepare", "swap-off", changed),
        finished("modules", new Outcome.Unchanged()),
        finished("time", new Outcome.Skipped(Message.of("install.noTime"))),
        finished("packages", new Outcome.Failed(problem())),
        new RunEvent.HostFinished(AT, N1, RunEvent.End.DONE, Optional.empty()),
        new RunEvent.RunFinished(
            AT, new RunResult(RunEvent.End.FAILED, 1, 1, 1, 1, List.of(problem()))));
  }

  private static RunEvent finished(String action, Outcome outcome) {
    return new RunEvent.ActionFinished(AT, N1, "prepare", action, outcome);
  }

  static Plan plan() {
    var title = Message.of("install.title");
    List<Action> actions =
        List.of(
            new Action.SwapOff("swap-off", title),
            Action.RunScript.of("init", title, "kubeadm-init.sh", Map.of("FILE", Var.of("x")))
                .giving("join-token")
                .uninterrupted(Duration.ofMinutes(9)),
            new Action.WriteFile("file", title, "/etc/x", "0600", Var.given("certificate-key")),
            new Action.EnsurePackages(
                "packages",
                title,
                Action.PackageTool.APT,
                List.of(
                    new Action.PackageWish("kubelet", "1.36", true),
                    Action.PackageWish.of("socat"))),
            new Action.EnsureService(
                "service", title, "containerd.service", true, true, List.of("/etc/c.toml")),
            new Action.LoadModules("modules", title, List.of("overlay"), "/etc/m.conf"),
            new Action.SetSysctls(
                "sysctl", title, new TreeMap<>(Map.of("vm.a", "1")), "/etc/s.conf"),
            new Action.HostsEntries(
                "hosts", title, new TreeMap<>(Map.of("10.0.0.1", List.of("n1", "k8s")))),
            new Action.OpenFirewall(
                "firewall",
                title,
                Action.FirewallTool.UFW,
                List.of(new Action.FirewallRule("10.0.0.2", "tcp", "10250", "kubelet")),
                List.of("10.244.0.0/16")),
            new Action.ApplyManifest("flannel", title, "flannel", "kind: List\n"),
            new Action.Reboot("reboot", title, Message.of("install.why"), Optional.of("a=1 b")),
            new Action.WaitUntil(
                "ready", title, "ready.sh", new TreeMap<>(), Duration.ofMinutes(4)));
    return new Plan(
        List.of(
            new PlannedPhase(
                "prepare",
                title,
                PlannedPhase.Order.SIDE_BY_SIDE,
                Set.of(),
                Set.of("prepared"),
                Set.of(),
                List.of(new PlannedPhase.Lane(N1, actions), new PlannedPhase.Lane(N2, List.of()))),
            new PlannedPhase(
                "join",
                title,
                PlannedPhase.Order.ONE_AT_A_TIME,
                Set.of("prepared"),
                Set.of(),
                Set.of("joined"),
                List.of(new PlannedPhase.Lane(N2, List.of())))));
  }
}
