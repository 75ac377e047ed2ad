package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostScript;
import java.util.List;
import java.util.stream.Stream;

/**
 * The disks of a practice machine, as disks.sh tells them: the system's own, a blank one, and one
 * with a file system that somebody may still need.
 */
final class MachineDisks {
  private static final String US = "\u001f";

  private MachineDisks() {}

  static List<String> lines(PracticeMachine machine) {
    String text = Assets.text("practice/disks.txt").replace("@NAME@", machine.host.name());
    return text.lines().flatMap(line -> now(line, machine)).toList();
  }

  /** A disk that Ceph got on an earlier run is its own. */
  private static Stream<String> now(String line, PracticeMachine machine) {
    String[] fields = line.split(US, -1);
    if (!fields[1].equals("proof") || !isTaken(fields[3], machine)) {
      return Stream.of(line);
    }
    fields[fields.length - 1] = "ours";
    return Stream.of(
        String.join(US, fields),
        MachineFacts.head("proof-why", List.of(fields[2], "signature", "ceph_bluestore")));
  }

  private static boolean isTaken(String path, PracticeMachine machine) {
    return machine.done.stream()
        .filter(Action.RunScript.class::isInstance)
        .map(Action.RunScript.class::cast)
        .filter(action -> action.script().equals("disks-blank.sh"))
        .anyMatch(action -> wanted(action).contains(path));
  }

  private static List<String> wanted(Action action) {
    return HostScript.of(action).shown().getOrDefault("WANTED", "").lines().toList();
  }
}
