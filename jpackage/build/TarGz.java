import java.io.IOException;
import java.nio.file.Path;

/** The image as an archive, for those who cannot or do not want to install. */
final class TarGz {
  private final Build build;

  TarGz(Build build) {
    this.build = build;
  }

  void make() throws IOException, InterruptedException {
    Path file =
        build
            .out()
            .resolve(
                Build.NAME
                    + "-"
                    + build.version()
                    + "-linux-"
                    + System.getProperty("os.arch")
                    + ".tar.gz");
    Command.of("tar", "--create", "--sort=name", "--owner=0", "--group=0", "--numeric-owner")
        .and("--mtime=@" + build.time().getEpochSecond(), "--format=gnu")
        .and("--use-compress-program=gzip -9 -n", "--file=" + file)
        .and("--directory=" + build.image().getParent(), Build.NAME)
        .run();
  }
}
