package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWouldChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Images pulled and loaded, and what the ledger holds of it: those that came, and no others. The
 * runtime is a list of names.
 */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class ImageScriptsTest {
  private static final String DIGEST = "sha256:" + "d".repeat(64);

  /** What crictl says of a name with a digest has no tag; df says what the file room holds. */
  private static final String RUNTIME =
      """
      ctr() {
        case "$*" in
          *'images list -q') cat "$KW_ROOT/images" ;;
          *'images import -')
            local index
            index=$(tar -xO index.json)
            index=${index#*image.name\\":\\"}
            printf '%s\\n' "${index%%\\"*}" >> "$KW_ROOT/images" ;;
        esac
      }
      command() { if [ "$1" = crictl ]; then shift && listed "$@"; else builtin command "$@"; fi; }
      listed() {
        local name
        case "$*" in
          *' images --digests --no-trunc')
            echo 'IMAGE TAG DIGEST ID SIZE'
            while read -r name; do
              case $name in
                *@*) printf '%s <none> %s id 1MB\\n' "${name%@*}" "${name#*@}" ;;
                *) printf '%s %s sha256:0 id 1MB\\n' "${name%:*}" "${name##*:}" ;;
              esac
            done < "$KW_ROOT/images" ;;
          *' pull '*) printf '%s\\n' "$*" >> "$KW_ROOT/pulled" ;;
        esac
      }
      docker() {
        case "$*" in
          version*) echo 29 ;;
          'image inspect '*) grep -qxF "$3" "$KW_ROOT/images" ;;
          'load --quiet')
            tar -x -C "$KW_TEMP" manifest.json blobs && cp "$KW_TEMP/manifest.json" "$KW_ROOT/told"
            local name
            name=$(< "$KW_ROOT/told")
            name=${name#*RepoTags\\":\\[\\"}
            [ "${name%%\\"*}" = r.lan/odd:1 ] || printf '%s\\n' "${name%%\\"*}" >> "$KW_ROOT/images" ;;
        esac
      }
      df() { printf 'head\\nx x x %s x /\\n' "$(< "$KW_ROOT/room")"; }
      """;

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void folders() throws IOException {
    host = new ScriptRoot(root, work, RUNTIME);
    host.put("images", "docker.io/library/there:1\n");
    host.put("room", "900000000");
    Files.createDirectories(root.resolve("var/cache"));
    for (String blob : List.of("a", "b")) {
      host.put("brought/blobs/sha256/" + blob, blob);
    }
  }

  private static Map<String, String> load() {
    String type = "|application/vnd.oci.image.manifest.v1+json|sha256:a|1|sha256:a sha256:b";
    String images = "docker.io/library/there:1" + type + "\nr.lan/app:1" + type;
    return Map.of("FOLDER", "/brought", "IMAGES", images, "SOCKET", "unix:///run/c.sock");
  }

  @Test
  void whatIsLoadedIsInTheLedgerAndWhatWasThereIsNot() throws Exception {
    var loaded = host.run("images-import.sh", load());
    assertThat(loaded).last().isInstanceOf(SaidChanged.class);
    assertThat(ScriptRoot.befores(loaded)).containsExactly("images {wanted=r.lan/app:1}");
    assertThat(host.text("images")).isEqualTo("docker.io/library/there:1\nr.lan/app:1\n");
    var again = host.run("images-import.sh", load());
    assertThat(again).containsExactly(new SaidUnchanged());
  }

  @Test
  void dockerGetsWhatItReads() throws Exception {
    String type = "|application/vnd.oci.image.manifest.v1+json|sha256:a|1|sha256:a sha256:b";
    String images =
        "docker.io/library/there:1" + type + "|sha256:a|\nr.lan/app:1" + type + "|sha256:a|";
    var load = Map.of("FOLDER", "/brought", "IMAGES", images + "sha256:b sha256:b");
    assertThat(host.look("images-load.sh", load)).containsExactly(new SaidWouldChange());
    var loaded = host.run("images-load.sh", load);
    assertThat(loaded).last().isInstanceOf(SaidChanged.class);
    assertThat(ScriptRoot.befores(loaded)).containsExactly("images {wanted=r.lan/app:1}");
    assertThat(host.text("told"))
        .isEqualTo(
            "[{\"Config\":\"blobs/sha256/a\",\"RepoTags\":[\"r.lan/app:1\"],"
                + "\"Layers\":[\"blobs/sha256/b\",\"blobs/sha256/b\"]}]");
    assertThat(host.run("images-load.sh", load)).containsExactly(new SaidUnchanged());
    var odd = Map.of("FOLDER", "/brought", "IMAGES", "r.lan/odd:1" + type + "|sha256:a|sha256:b");
    assertThat(host.run("images-load.sh", odd))
        .as("Docker took it, and does not know it afterwards")
        .last()
        .isInstanceOf(SaidFailed.class);
  }

  @Test
  void whatDockerHasIsNotBrought() throws Exception {
    var docker = new java.util.TreeMap<>(bring("docker.io/library/there:1"));
    docker.put("SOCKET", "unix:///run/cri-dockerd.sock");
    assertThat(host.run("bring-files.sh", docker)).containsExactly(new SaidUnchanged());
    docker.put("IMAGES", "docker.io/library/there:1\nr.lan/app:1");
    assertThat(host.look("bring-files.sh", docker)).last().isInstanceOf(SaidWouldChange.class);
  }

  @Test
  void whoOnlyLooksLoadsAndNotesNothing() throws Exception {
    var looked = host.look("images-import.sh", load());
    assertThat(looked).containsExactly(new SaidWouldChange());
    assertThat(host.text("images")).isEqualTo("docker.io/library/there:1\n");
  }

  private List<HostSpeech> pulled(String images) throws Exception {
    return host.run("images-pull.sh", Map.of("IMAGES", images, "SOCKET", "unix:///run/c.sock"));
  }

  @Test
  void whatIsPulledIsInTheLedgerAndWhatWasThereIsNot() throws Exception {
    host.put("images", "docker.io/library/there:1\nr.lan:5000/by@" + DIGEST + "\n");
    String there = "there:1\nr.lan:5000/by@" + DIGEST + "\nr.lan:5000/by:2@" + DIGEST;
    assertThat(pulled(there)).containsExactly(new SaidUnchanged());
    var more = pulled(there + "\nr.lan/app:1\nr.lan:5000/by:2");
    assertThat(more).last().isInstanceOf(SaidChanged.class);
    assertThat(ScriptRoot.befores(more))
        .containsExactly("images {wanted=r.lan/app:1 r.lan:5000/by:2}");
    assertThat(host.text("pulled").lines()).hasSize(2);
  }

  private static Map<String, String> bring(String images) {
    return Map.of(
        "FOLDER", "/var/cache/kubeadm-wizard/images",
        "FILES", "0".repeat(64) + "|100000000|blobs/sha256/0",
        "IMAGES", images,
        "SOCKET", "unix:///run/c.sock",
        "STEP", "look",
        "LOGIN", "ops");
  }

  @Test
  void whatIsBroughtGoesIntoAFolderThatTheLedgerKnows() throws Exception {
    var looked = host.run("bring-files.sh", bring("r.lan/app:1"));
    assertThat(ScriptRoot.befores(looked))
        .containsExactly(
            "directory {existed=false, path=/var/cache/kubeadm-wizard}",
            "directory {existed=false, path=/var/cache/kubeadm-wizard/images}");
    assertThat(host.run("bring-files.sh", bring("docker.io/library/there:1")))
        .containsExactly(new SaidUnchanged());
    var away = Map.of("FOLDER", "/var/cache/kubeadm-wizard/images");
    assertThat(host.run("remove-brought.sh", away)).last().isInstanceOf(SaidChanged.class);
    assertThat(root.resolve("var/cache/kubeadm-wizard")).doesNotExist();
  }

  @Test
  void imagesNeedRoomForWhatTheRuntimeMakesOfThem() throws Exception {
    host.put("room", "300000000"); // enough to bring them, and no more
    assertThat(host.look("bring-files.sh", bring("r.lan/app:1")))
        .last()
        .isInstanceOf(SaidWouldChange.class);
    Files.createDirectories(root.resolve("var/lib/containerd"));
    assertThat(host.look("bring-files.sh", bring("r.lan/app:1")))
        .last()
        .isInstanceOf(SaidFailed.class);
    host.put("room", "400000000");
    assertThat(host.look("bring-files.sh", bring("r.lan/app:1")))
        .last()
        .isInstanceOf(SaidWouldChange.class);
  }
}
