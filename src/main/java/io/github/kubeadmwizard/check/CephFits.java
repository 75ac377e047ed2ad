package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.addons.AddonFacts;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * What is worth knowing of a small Ceph before it is made. Source: Ceph, Hardware Recommendations.
 */
final class CephFits {
  private static final long MIB = 1024L * 1024;

  private CephFits() {}

  static List<Message> remarks(AddonSpec.Rook wish, List<AddonFacts> chosen, CheckContext all) {
    var remarks = new ArrayList<Message>();
    for (AddonFacts facts : chosen) {
      if (facts.key() == AddonSpec.Name.ROOK) {
        if (wish.copies() == 1) {
          remarks.add(Message.of("check.addons.oneCopy", facts.name()));
        }
        all.hosts().forEach(host -> memory(wish, facts, host, remarks));
      }
    }
    return remarks;
  }

  private static void memory(
      AddonSpec.Rook wish, AddonFacts facts, HostContext host, List<Message> remarks) {
    long needed = (long) wish.of(host.host().label()).size() * facts.diskMemoryMiB();
    host.facts()
        .machine()
        .memory()
        .map(memory -> memory.totalBytes() / MIB)
        .filter(has -> has < needed)
        .ifPresent(has ->
            remarks.add(
                Message.of(
                    "check.addons.diskMemory",
                    host.name().value(),
                    String.valueOf(needed),
                    String.valueOf(has))));
  }
}
