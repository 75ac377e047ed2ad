package io.github.kubeadmwizard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
final class LocalKubectlTest {
  private static final KubernetesVersion SERVER = KubernetesVersion.parse("1.36.4");

  @TempDir private Path directory;

  private LocalKubectl.Found look(String script, Duration deadline) throws IOException {
    Path program = directory.resolve("kubectl");
    Files.writeString(program, "#!/bin/sh\n" + script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return new LocalKubectl("/nowhere::" + directory, deadline).look();
  }

  private LocalKubectl.Found saying(String version) throws IOException {
    return look(
        "[ \"$*\" = 'version --client -o json' ] && echo '{\"clientVersion\":"
            + "{\"gitVersion\":\""
            + version
            + "\"}}'\n",
        Duration.ofSeconds(20));
  }

  @Test
  void noneIsSaidWithWhatToGet() {
    var found = new LocalKubectl(directory.toString(), Duration.ofSeconds(1)).look();
    assertThat(found).isEqualTo(new LocalKubectl.Absent());
    var skew = KubectlSkew.of(found, SERVER);
    assertThat(skew.fits()).isFalse();
    assertThat(skew.words().key()).isEqualTo("running.kubectl.absent");
    assertThat(skew.words().args()).containsExactly("1.36");
  }

  @Test
  void oneMinorEitherSideFits() throws IOException {
    assertThat(KubectlSkew.of(saying("v1.35.9"), SERVER).fits()).isTrue();
    assertThat(KubectlSkew.of(saying("v1.37.0-gke.1"), SERVER).fits()).isTrue();
    var skew = KubectlSkew.of(saying("v1.34.2+k3s1"), SERVER);
    assertThat(skew.fits()).isFalse();
    assertThat(skew.words().args())
        .containsExactly(directory.resolve("kubectl").toString(), "1.34.2", "1.36.4", "1.36");
    assertThat(KubectlSkew.of(saying("v1.38.0"), SERVER).fits()).isFalse();
    assertThat(KubectlSkew.of(saying("v2.36.4"), SERVER).fits()).isFalse();
  }

  @Test
  void oneThatSaysSomethingElseIsSilent() throws IOException {
    assertThat(look("echo hello\n", Duration.ofSeconds(20)))
        .isEqualTo(new LocalKubectl.Silent(directory.resolve("kubectl")));
    assertThat(saying("latest")).isInstanceOf(LocalKubectl.Silent.class);
  }

  @Test
  @Timeout(30)
  void oneThatHangsIsNotWaitedFor() throws IOException {
    assertThat(look("sleep 60\n", Duration.ofMillis(300))).isInstanceOf(LocalKubectl.Silent.class);
  }
}
