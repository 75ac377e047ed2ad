package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.practice.Meeting;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.practice.PracticeHost;
import io.github.kubeadmwizard.practice.PracticeMachines;
import io.github.kubeadmwizard.practice.Trouble;
import io.github.kubeadmwizard.wizard.WizardTools;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;

/** Practice machines by the hundred, known already, with this and that to be mended. */
final class ManyMachines {
  /** So many more answer than are in the cluster. */
  private static final int SPARE = 2;

  private ManyMachines() {}

  /** The window's tools with a cluster of so many: {@code n1} and so on. */
  static WizardTools of(WizardTools usual, int many) {
    var machines = new ArrayList<PracticeHost>();
    var specs = new ArrayList<HostSpec>();
    for (int i = 1; i <= many + SPARE; i++) {
      var host =
          new PracticeHost(
              "n" + i,
              address(i),
              i % 3 == 0 ? "ubuntu-24.04" : "debian-13",
              2 + i % 3,
              3900 + i,
              Meeting.KNOWN,
              troubles(i));
      machines.add(host);
      if (i <= many) {
        specs.add(
            HostSpec.of(
                host.address(), 22, "ops", Set.of(i == 1 ? Role.CONTROL_PLANE : Role.WORKER)));
      }
    }
    var version = KubernetesVersion.parse(usual.fresh().get().kubernetes().minorText());
    return WizardScreen.with(
        usual,
        () ->
            new WizardTools.Practice(
                new Wiring(usual.directories())
                    .practiceWorkshop(new PracticeMachines(machines, Pace.NONE, Clock.systemUTC())),
                ClusterSpec.of(version, specs).withName("many")));
  }

  /** Where the machine of this number is reached. */
  static String address(int number) {
    return "10.1.2." + number;
  }

  private static Set<Trouble> troubles(int number) {
    var troubles = EnumSet.noneOf(Trouble.class);
    if (number % 7 == 0) {
      troubles.add(Trouble.SWAP);
    }
    if (number % 11 == 0) {
      troubles.add(Trouble.OLD_CONTAINERD);
    }
    if (number % 13 == 0) {
      troubles.add(Trouble.SLOW_CLOCK);
    }
    if (number % 17 == 0) {
      troubles.add(Trouble.PORT_TAKEN);
    }
    return troubles;
  }
}
