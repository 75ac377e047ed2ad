package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.AddonStage;
import io.github.kubeadmwizard.addons.Layer;
import io.github.kubeadmwizard.addons.PodImages;
import io.github.kubeadmwizard.addons.PreparedAddon;
import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.manifests.ImageReference;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fetches what add-ons, the user's own manifests and the tests of a cluster run: only for nodes
 * that reach no registry later, since otherwise each kubelet pulls the few that it really runs. The
 * cluster is proven by then, and each add-on's go one after the other, so that disks need not hold
 * what is brought of all at once.
 */
final class FetchAhead implements InstallPhase {
  @Override
  public String id() {
    return "fetch-ahead";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.nodes();
  }

  @Override
  public Set<Gate> waitsFor() {
    return Set.of(Gate.TRAFFIC_PROVEN);
  }

  @Override
  public Set<Gate> opens() {
    return Set.of(Gate.IMAGES_THERE);
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    boolean takesAll =
        node.spec().isWorker() || ground.spec().hosts().stream().noneMatch(HostSpec::isWorker);
    Set<String> there =
        PullImages.images(ground, node).stream()
            .map(ImageReference::whole)
            .collect(Collectors.toCollection(HashSet::new));
    var actions = new ArrayList<Action>();
    for (Part part : parts(ground)) {
      List<String> images =
          part.images().on(takesAll).stream()
              .map(ImageReference::whole)
              .filter(there::add)
              .toList();
      if (!images.isEmpty()) {
        var title = Message.of("install.action.fetch-ahead", images.size(), part.title());
        actions.add(PullImages.pull("images-" + part.id(), title, images, ground));
      }
    }
    return actions;
  }

  /** Images that belong together. */
  private record Part(String id, Object title, PodImages images) {}

  private static List<Part> parts(Ground ground) {
    var parts = new ArrayList<Part>();
    for (Layer layer : ground.podNetwork()) {
      parts.add(new Part("network", layer.name(), new PodImages(layer.later(), List.of())));
    }
    for (PreparedAddon addon : ground.addons()) {
      parts.add(new Part(id(addon.key()), addon.name(), addon.images()));
    }
    PodImages own =
        ground.own().stream().map(AddonStage::images).reduce(PodImages.NONE, PodImages::and);
    parts.add(new Part("own", Message.of("install.action.fetch-ahead.own"), own));
    String test = String.valueOf(PlainTree.read(Assets.text("smoke.yaml")).get("image"));
    var tests = new PodImages(List.of(test), List.of());
    parts.add(new Part("tests", Message.of("install.action.fetch-ahead.tests"), tests));
    return parts;
  }

  /** The key of the cluster file, in the letters of an action's name. */
  private static String id(AddonSpec.Name name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
