package io.github.kubeadmwizard.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.ScriptText;
import io.github.kubeadmwizard.engine.Var;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script in a root of its own, with a stand-in for containerd that repeats the file. */
@EnabledOnOs(OS.LINUX)
class ContainerdConfigTest {
  private static final String PAUSE = "registry.k8s.io/pause:3.10.2";

  @TempDir private Path root;
  private Path config;

  @BeforeEach
  void folders() throws IOException {
    config = root.resolve("etc/containerd/config.toml");
    Files.createDirectories(config.getParent());
  }

  @Test
  void switchesOnWhatDockersPackageShipsSwitchedOff() throws Exception {
    Files.writeString(
        config, "# Copyright\ndisabled_plugins = [\"cri\"]\n\n#root = \"/var/lib\"\n");
    assertThat(run("2.3.7", "0")).isEqualTo("changed");
    assertThat(Files.readString(config))
        .isEqualTo(
            """
            version = 3
            # Copyright
            disabled_plugins = []

            #root = "/var/lib"

            [plugins.'io.containerd.cri.v1.images'.pinned_images]
              sandbox = 'registry.k8s.io/pause:3.10.2'

            [plugins.'io.containerd.cri.v1.runtime'.cni]
              bin_dirs = ['/opt/cni/bin']
              conf_dir = '/etc/cni/net.d'

            [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]
              runtime_type = 'io.containerd.runc.v2'

            [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]
              SystemdCgroup = true

            [plugins.'io.containerd.cri.v1.images'.registry]
              config_path = '/etc/containerd/certs.d'
            """);
  }

  @Test
  void writesTheFileWhereThereIsNone() throws Exception {
    Files.delete(config.getParent());
    assertThat(run("2.3.7", "0")).isEqualTo("changed");
    assertThat(Files.readString(config))
        .isEqualTo(
            """
            version = 3

            [plugins.'io.containerd.cri.v1.images'.pinned_images]
              sandbox = 'registry.k8s.io/pause:3.10.2'

            [plugins.'io.containerd.cri.v1.runtime'.cni]
              bin_dirs = ['/opt/cni/bin']
              conf_dir = '/etc/cni/net.d'

            [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]
              runtime_type = 'io.containerd.runc.v2'

            [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]
              SystemdCgroup = true

            [plugins.'io.containerd.cri.v1.images'.registry]
              config_path = '/etc/containerd/certs.d'
            """);
    assertThat(run("2.3.7", "0")).isEqualTo("unchanged");
  }

  @Test
  void keepsTheFormatAndTheSettingsOfTheDistribution() throws Exception {
    Files.writeString(
        config,
        """
        version = 2

        [plugins]
          [plugins."io.containerd.grpc.v1.cri"]
            [plugins."io.containerd.grpc.v1.cri".cni]
              bin_dir = "/usr/lib/cni"
              conf_dir = "/etc/cni/net.d"
          [plugins."io.containerd.internal.v1.opt"]
            path = "/var/lib/containerd"
        """);
    assertThat(run("1.7.24~ds1", "0")).isEqualTo("changed");
    assertThat(Files.readString(config))
        .isEqualTo(
            """
            version = 2

            [plugins]
              [plugins."io.containerd.grpc.v1.cri"]
                sandbox_image = "registry.k8s.io/pause:3.10.2"
                [plugins."io.containerd.grpc.v1.cri".cni]
                  bin_dir = "/opt/cni/bin"
                  conf_dir = "/etc/cni/net.d"
              [plugins."io.containerd.internal.v1.opt"]
                path = "/var/lib/containerd"

            [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
              runtime_type = "io.containerd.runc.v2"

            [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
              SystemdCgroup = true

            [plugins."io.containerd.grpc.v1.cri".registry]
              config_path = "/etc/containerd/certs.d"
            """);
  }

  @Test
  void changesOnlyWhatDiffersAndLeavesTheRestOfTheUsersFile() throws Exception {
    String users =
        """
        version = 3
        root = '/data/containerd'
        disabled_plugins = ['io.containerd.snapshotter.v1.zfs', 'cri']

        [plugins.'io.containerd.cri.v1.images']
          max_concurrent_downloads = 9

          [plugins.'io.containerd.cri.v1.images'.pinned_images]
            sandbox = 'registry.k8s.io/pause:3.8' # old

        [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
          runtime_type = 'io.containerd.runc.v2'
          [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc.options]
            SystemdCgroup = false
            NoPivotRoot = true
        [plugins.'io.containerd.cri.v1.runtime'.cni]
          bin_dirs = [
            '/usr/lib/cni', # distribution
            '/opt/bin',
          ]
          conf_dir = '/etc/cni/net.d'
        [plugins.'io.containerd.cri.v1.images'.registry]
          config_path = '/etc/containerd/certs.d'
        """;
    Files.writeString(config, users);
    assertThat(run("2.2.0", "1")).isEqualTo("changed");
    assertThat(Files.readString(config))
        .isEqualTo(
            users
                .replace(", 'cri']", "]")
                .replace("'registry.k8s.io/pause:3.8' # old", "'" + PAUSE + "'")
                .replace("SystemdCgroup = false", "SystemdCgroup = true")
                .replaceAll("(?s)bin_dirs = \\[.*?\\n  \\]", "bin_dirs = ['/opt/cni/bin']"));
  }

  @Test
  void aSecondRunFindsItSoAlready() throws Exception {
    Files.writeString(config, "disabled_plugins = [\"cri\"]\n");
    assertThat(run("2.3.7", "1")).isEqualTo("changed");
    assertThat(run("2.3.7", "1")).isEqualTo("unchanged");
  }

  @Test
  void refusesOldMirrorsBesideOursAndLeavesTheFile() throws Exception {
    String users =
        """
        version = 2
        [plugins."io.containerd.grpc.v1.cri".registry.mirrors."docker.io"]
          endpoint = ["https://mirror.example"]
        """;
    Files.writeString(config, users);
    assertThat(run("1.7.24", "1")).startsWith("failed install.containerdOldMirrors");
    assertThat(Files.readString(config)).isEqualTo(users);
    assertThat(run("1.7.24", "0")).isEqualTo("changed");
    assertThat(Files.readString(config)).startsWith(users).doesNotContain("config_path");
  }

  @Test
  void refusesTheFormatThatHasNoVersion() throws Exception {
    Files.writeString(config, "[plugins.cri]\n  sandbox_image = \"x\"\n");
    assertThat(run("1.7.24", "0")).startsWith("failed install.containerdConfigTooOld");
  }

  /** The script's result, fields by blanks. */
  private String run(String version, String mirrors) throws Exception {
    var script =
        new HostScript(
            "containerd-config.sh",
            new TreeMap<>(
                Map.of(
                    "SANDBOX_IMAGE", Var.of(PAUSE),
                    "SYSTEMD_CGROUP", Var.of("true"),
                    "MIRRORS", Var.of(mirrors),
                    "KW_ROOT", Var.of(root.toString()))));
    String standIn =
        "containerd() { case $* in *dump*) cat \"$KW_ROOT/etc/containerd/config.toml\" ;; *) echo"
            + " containerd github.com/containerd/containerd v"
            + version
            + " 12ab ;; esac; }\n";
    var texts =
        new ScriptText(
            name -> Assets.text("scripts/" + name) + (name.equals("prelude.sh") ? standIn : ""));
    String text = texts.of(script, new RunValues(), "MARK", "run1", "test", false);
    Process bash = new ProcessBuilder("bash", "-s").redirectErrorStream(true).start();
    try (var in = bash.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor();
    return out.lines()
        .filter(line -> line.startsWith("MARK\u001fresult\u001f"))
        .map(line -> line.substring("MARK\u001fresult\u001f".length()).replace('\u001f', ' '))
        .findFirst()
        .orElse(out);
  }
}
