package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.cli.FakeTerminal;
import io.github.kubeadmwizard.cli.Interrupts;
import io.github.kubeadmwizard.cli.Tools;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.practice.PracticeCluster;
import io.github.kubeadmwizard.practice.PracticeMachines;
import io.github.kubeadmwizard.running.LocalKubectl;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** What commands work with that only practise: nobody at the terminal, and no Ctrl-C. */
record PracticeTools(UserDirectories directories) {

  /** The machines are new for each command. */
  Tools ofNewMachines() {
    return tools(() -> practice(machines()));
  }

  /** The machines stay as commands leave them. */
  Tools ofMachinesThatStay() {
    var machines = machines();
    return tools(() -> practice(machines));
  }

  private Tools tools(Supplier<Tools.Practice> practice) {
    return new Tools(
        directories,
        FakeTerminal.nobody(),
        new Undisturbed(),
        Clock.systemUTC(),
        ZoneOffset.UTC,
        ClusterFile.ofThisProgram()::read,
        new Wiring(directories).workshop(),
        new LocalKubectl("", Duration.ofSeconds(10)),
        practice);
  }

  private static PracticeMachines machines() {
    return PracticeMachines.smooth(Pace.NONE, Clock.systemUTC());
  }

  private Tools.Practice practice(PracticeMachines machines) {
    var version = KubernetesVersion.parse("1.36");
    return new Tools.Practice(
        new Wiring(directories).practiceWorkshop(machines),
        PracticeCluster.all(version),
        PracticeCluster.installable(version),
        _ -> {});
  }

  private record Undisturbed() implements Interrupts {
    @Override
    public Watch watch(Runnable onInterrupt) {
      return () -> {};
    }

    @Override
    public void endNow(int exitCode) {
      throw new AssertionError(exitCode);
    }
  }
}
