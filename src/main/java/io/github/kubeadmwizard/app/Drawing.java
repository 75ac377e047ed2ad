package io.github.kubeadmwizard.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Who draws the window. On Linux JavaFX takes OpenGL from the devices of AMD, Intel and NVIDIA
 * alone, and finds out by loading it; where OpenGL is itself drawn by the processor, that is a
 * compiler of 40 MB, a fifth of a second, and then a no. Where there is no device, the answer is
 * known before. Source: the vendors in JavaFX's X11GLFactory.
 */
final class Drawing {
  private static final String ORDER = "prism.order";
  private static final List<String> DEVICES = List.of("dri", "nvidiactl", "nvidia0");

  private Drawing() {}

  /** Says so to JavaFX, before it begins. Who says otherwise on the command line is right. */
  static void choose() {
    boolean linux = System.getProperty("os.name", "").equals("Linux");
    if (linux && System.getProperty(ORDER) == null && !hasDevice(Path.of("/dev"))) {
      System.setProperty(ORDER, "sw");
    }
  }

  /** Whether there is a graphics device among these. */
  static boolean hasDevice(Path devices) {
    return DEVICES.stream().map(devices::resolve).anyMatch(Files::exists);
  }
}
