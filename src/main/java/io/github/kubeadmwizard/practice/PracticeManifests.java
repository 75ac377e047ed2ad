package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ManifestFetcher;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Manifests to practise with: in place of upstream's, short ones of our own with the same objects
 * and fields that an installation changes, so that nothing is fetched. The user's own are read.
 */
public final class PracticeManifests {
  private final ManifestFetcher fetcher;

  /**
   * @param fetcher reads the user's own files
   */
  public PracticeManifests(ManifestFetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * All of these manifests.
   *
   * @throws ManifestUnavailable if a file of the user's own cannot be had
   */
  public Manifests fetch(List<ManifestWish> wishes, Consumer<Message> says)
      throws ManifestUnavailable {
    Map<String, Manifest> byName = new LinkedHashMap<>();
    var own = new ArrayList<ManifestWish>();
    for (ManifestWish wish : wishes) {
      switch (wish) {
        case ManifestWish.OfUpstream(var manifest) ->
            byName.put(manifest.name(), brought(manifest.name(), manifest.version()));
        case ManifestWish.OfTheUser user -> own.add(user);
      }
    }
    byName.putAll(fetcher.fetch(own, Optional.empty(), says).byName());
    return new Manifests(byName);
  }

  private static Manifest brought(String name, String version) {
    try {
      String text = Assets.text("practice/manifests/" + name + ".yaml");
      return Manifest.read(name + " " + version, text);
    } catch (Manifest.NoObject e) {
      throw new IllegalStateException("practice/manifests/" + name + ".yaml, " + e.getMessage(), e);
    }
  }
}
