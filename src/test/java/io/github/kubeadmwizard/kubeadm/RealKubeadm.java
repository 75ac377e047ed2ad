package io.github.kubeadmwizard.kubeadm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real program, where one lies at hand: {@code KW_KUBEADM}, else the lab's newest.
 *
 * @param program executable
 */
public record RealKubeadm(Path program) {

  /** The program, if one is there. */
  public static Optional<RealKubeadm> find() throws IOException {
    String said = System.getenv("KW_KUBEADM");
    if (said != null) {
      return Optional.of(new RealKubeadm(Path.of(said)));
    }
    String lab = System.getenv("LAB_HOME");
    String home = System.getenv("HOME");
    if (lab == null && home == null) {
      return Optional.empty();
    }
    var bin = (lab == null ? Path.of(home, ".cache", "kubeadm-lab") : Path.of(lab)).resolve("bin");
    if (!Files.isDirectory(bin)) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(bin)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("kubernetes-"))
          .map(entry -> entry.resolve("kubeadm"))
          .filter(Files::isExecutable)
          .max(Path::compareTo)
          .map(RealKubeadm::new);
    }
  }

  /** What {@code kubeadm config validate} says; empty where it has nothing to say but yes. */
  public String complaints(String yaml) throws IOException, InterruptedException {
    var file = Files.createTempFile("kubeadm", ".yaml");
    try {
      Files.writeString(file, yaml);
      var process =
          new ProcessBuilder(program.toString(), "config", "validate", "--config", file.toString())
              .redirectErrorStream(true)
              .start();
      var output =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "no answer: " + output;
      }
      return process.exitValue() == 0 && output.strip().equals("ok") ? "" : output;
    } finally {
      Files.delete(file);
    }
  }

  /**
   * What {@code kubeadm config migrate} makes of a file: the same in the newest format, with every
   * default filled in.
   */
  public String migrated(String yaml) throws IOException, InterruptedException {
    var old = Files.createTempFile("kubeadm-old", ".yaml");
    var now = Files.createTempFile("kubeadm-new", ".yaml");
    try {
      Files.writeString(old, yaml);
      var process =
          new ProcessBuilder(
                  program.toString(),
                  "config",
                  "migrate",
                  "--old-config",
                  old.toString(),
                  "--new-config",
                  now.toString())
              .redirectErrorStream(true)
              .start();
      var output =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(output);
      }
      return Files.readString(now);
    } finally {
      Files.delete(old);
      Files.delete(now);
    }
  }
}
