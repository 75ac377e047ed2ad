package io.github.kubeadmwizard.facts;

import io.github.kubeadmwizard.facts.Disk.State;
import java.util.List;
import java.util.Optional;

/**
 * Reads what disks.sh printed. A disk counts as blank only if the script says so in as many words
 * and gives no reason against it.
 */
final class DiskReader {
  private static final int FIELDS = 8;

  private DiskReader() {}

  /** Empty where nobody asked, or the end was not reached. */
  static Optional<Disks> read(FactsOutput out) {
    return out.all("proof-end")
        .findFirst()
        .map(end -> {
          var disks =
              out.all("proof")
                  .filter(head -> head.fields().size() == FIELDS)
                  .map(head -> disk(out, head))
                  .toList();
          return new Disks(disks, end.field(0).orElse(""));
        });
  }

  private static Disk disk(FactsOutput out, FactsOutput.Head head) {
    String name = head.fields().getFirst();
    var uses =
        out.all("proof-why", name)
            .map(why -> new DiskUse(DiskUse.Kind.of(why.field(1).orElse("")), text(why)))
            .toList();
    return new Disk(
        name,
        head.fields().get(1),
        out.all("proof-alias", name).flatMap(alias -> alias.field(1).stream()).toList(),
        is(head, 2),
        Text.number(head.fields().get(3)).orElse(0),
        head.fields().get(4),
        is(head, 5),
        is(head, 6),
        state(head.fields().get(7), uses),
        uses);
  }

  private static String text(FactsOutput.Head why) {
    return why.field(2).orElse("");
  }

  private static boolean is(FactsOutput.Head head, int place) {
    return head.field(place).filter("1"::equals).isPresent();
  }

  private static State state(String said, List<DiskUse> uses) {
    if (said.equals("ours")) {
      return State.OURS;
    }
    return said.equals("blank") && uses.isEmpty() ? State.BLANK : State.USED;
  }
}
