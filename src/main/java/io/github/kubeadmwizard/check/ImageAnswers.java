package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.facts.Probe;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** What mirrors said of the images that they were asked for, each by its tag. */
final class ImageAnswers {
  private final ClusterSpec spec;
  private final int asked;
  private final List<Answer> lacking = new ArrayList<>();
  private final List<Answer> fallingBack = new ArrayList<>();
  private final List<Answer> untold = new ArrayList<>();
  private final TreeMap<String, Integer> there = new TreeMap<>();

  private record Answer(String image, String place) {}

  private ImageAnswers(ClusterSpec spec, int asked) {
    this.spec = spec;
    this.asked = asked;
  }

  /** The answers that this host got; none on hosts that were not told to ask. */
  static ImageAnswers at(HostContext at, List<WantedProbe> wanted) {
    var probes = new TreeMap<String, Probe>();
    at.facts().probes().forEach(probe -> probes.put(probe.target(), probe));
    var images =
        wanted.stream()
            .filter(one -> one.kind() == WantedProbe.Kind.IMAGE && probes.get(one.target()) != null)
            .toList();
    var answers = new ImageAnswers(at.spec(), images.size());
    for (WantedProbe one : images) {
      Probe probe = probes.get(one.target());
      if (probe != null) {
        answers.sort(new Answer(one.name(), ImagesSpec.hostOf(one.target())), probe);
      }
    }
    return answers;
  }

  /** A registry says 404 of what it has not, 401 or 403 of what it does not give out. */
  private void sort(Answer answer, Probe probe) {
    int status = probe.status().orElse(0);
    if (status >= 200 && status < 300) {
      there.merge(answer.place(), 1, Integer::sum);
    } else if (status != 401 && status != 403 && status != 404) {
      untold.add(answer);
    } else if (MirroredImages.hasAnother(answer.image(), spec)) {
      fallingBack.add(answer);
    } else {
      lacking.add(answer);
    }
  }

  boolean isAny() {
    return asked > 0;
  }

  /** Whether an image is not to be had at all; of a patch that is not known yet nobody can say. */
  boolean block() {
    return lacking.stream().anyMatch(one -> !MirroredImages.isGuess(one.image(), spec));
  }

  boolean areAllThere() {
    return lacking.isEmpty() && fallingBack.isEmpty() && untold.isEmpty();
  }

  /** A word or two for the worst of them. */
  Message shortly() {
    int missing = lacking.size() + fallingBack.size();
    return missing > 0
        ? Message.of("check.short.imagesMissing", missing)
        : Message.of("check.short.imagesUntold", untold.size());
  }

  /** A sentence for each place and for what it said. */
  List<Message> say() {
    var said = new ArrayList<Message>();
    there.forEach((place, many) -> said.add(Message.of("check.read.imagesThere", place, many)));
    by(lacking, said, one -> Message.of("check.read.imagesLacking", one.place(), one.images()));
    by(fallingBack, said, one -> Message.of("check.read.imagesDirect", one.place(), one.images()));
    by(untold, said, one -> Message.of("check.read.imagesUntold", one.place(), one.images()));
    return said;
  }

  private record Place(String place, List<String> images) {}

  private static void by(
      List<Answer> answers, List<Message> said, Function<Place, Message> sentence) {
    var places = new TreeMap<String, List<String>>();
    answers.forEach(
        one -> places.computeIfAbsent(one.place(), _ -> new ArrayList<>()).add(one.image()));
    places.forEach((place, images) -> said.add(sentence.apply(new Place(place, images))));
  }
}
