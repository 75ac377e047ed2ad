package io.github.kubeadmwizard.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of {@code installer-assets}, as the build put them beside the classes. */
public final class Assets {
  private static final String ROOT = "/installer-assets/";

  private Assets() {}

  /**
   * Whether the program brings this asset.
   *
   * @param path below {@code installer-assets}
   */
  public static boolean exists(String path) {
    return Assets.class.getResource(ROOT + path) != null;
  }

  /**
   * The text of one asset, which is UTF-8.
   *
   * @param path below {@code installer-assets}, such as {@code scripts/facts.sh}
   * @throws IllegalStateException if the program was built without it
   */
  public static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /**
   * The bytes of one asset.
   *
   * @param path below {@code installer-assets}
   * @throws IllegalStateException if the program was built without it
   */
  public static byte[] bytes(String path) {
    try (var stream = Assets.class.getResourceAsStream(ROOT + path)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its own file installer-assets/" + path);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("installer-assets/" + path, e);
    }
  }
}
