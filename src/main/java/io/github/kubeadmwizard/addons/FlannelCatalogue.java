package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.net.URI;
import java.util.Map;

/**
 * Which Flannel is installed; data of {@code installer-assets/addons/flannel.yaml}.
 *
 * @param version upstream's tag
 * @param daemonImage the program on every node
 * @param cniPluginImage brings the CNI plugin {@code flannel} to every node
 * @param upstream upstream's manifest, our reference
 * @param sha256 the manifest's checksum, in hexadecimal
 */
public record FlannelCatalogue(
    String version, String daemonImage, String cniPluginImage, URI upstream, String sha256) {

  /** The one that this program was built for. */
  public static FlannelCatalogue ofThisProgram() {
    return Own.CATALOGUE;
  }

  /** Read once, and not before it is asked for: checks ask for each host. */
  private static final class Own {
    private static final FlannelCatalogue CATALOGUE = read();
  }

  private static FlannelCatalogue read() {
    var data = PlainTree.read(Assets.text("addons/flannel.yaml"));
    return new FlannelCatalogue(
        text(data, "version"),
        text(part(data, "images"), "daemon"),
        text(part(data, "images"), "cniPlugin"),
        URI.create(text(part(data, "upstream"), "url")),
        text(part(data, "upstream"), "sha256"));
  }

  private static Map<?, ?> part(Map<?, ?> data, String key) {
    return data.get(key) instanceof Map<?, ?> part ? part : Map.of();
  }

  private static String text(Map<?, ?> data, String key) {
    if (data.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalStateException("addons/flannel.yaml lacks " + key);
  }
}
