package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.Mirror;
import io.github.kubeadmwizard.cluster.Mirrors;
import io.github.kubeadmwizard.cluster.Nearest;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.function.Function;

/** How a cluster file calls mirrors: by the ids of those that have what the key is about. */
final class MirrorNames {
  private MirrorNames() {}

  static Form<Mirror> ofPackages(Mirrors mirrors) {
    return oneOf(mirrors.ofPackages(), ids -> Message.of("draft.allowed.packageMirror", ids));
  }

  static Form<Mirror> ofImages(Mirrors mirrors) {
    return oneOf(mirrors.ofImages(), ids -> Message.of("draft.allowed.imageMirror", ids));
  }

  private static Form<Mirror> oneOf(List<Mirror> known, Function<List<String>, Message> allowed) {
    var ids = known.stream().map(Mirror::id).toList();
    return new Form<>(
        allowed.apply(ids),
        known.getFirst(),
        text -> known.stream().filter(mirror -> mirror.id().equals(text)).findFirst(),
        text -> Nearest.to(text, ids));
  }

  /** An address whose images have upstream's paths, for a runtime asks it by these. */
  static Form<String> addresses(Mirrors mirrors) {
    var flat = mirrors.all().stream().flatMap(mirror -> mirror.repository().stream()).toList();
    return Form.text(
        Message.of("draft.allowed.mirrorAddress", flat),
        text -> Places.URL.read().apply(text).isPresent() && mirrors.flatAt(text).isEmpty());
  }
}
