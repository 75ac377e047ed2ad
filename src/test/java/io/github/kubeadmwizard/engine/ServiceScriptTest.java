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

/** How service.sh sees unit files that were just written; systemctl is a stand-in with a memory. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class ServiceScriptTest {
  /**
   * Knows the unit as of the last daemon-reload (the file known), and whether it is enabled and
   * runs (the files enabled, active); notes what it was told.
   */
  private static final String SYSTEMCTL =
      """
      mind=$KW_ROOT/mind unit=$KW_ROOT/etc/systemd/system/x.service
      systemctl() {
        case $1 in
          show)
            local load=not-found reload=no enabled= active=inactive
            if [ -f "$mind/known" ]; then
              load=loaded enabled=disabled
              [ "$(< "$mind/known")" = "$(< "$unit")" ] || reload=yes
            fi
            [ ! -f "$mind/enabled" ] || enabled=enabled
            [ ! -f "$mind/active" ] || active=active
            printf '%s\\n' "LoadState=$load" "UnitFileState=$enabled" "ActiveState=$active" \
              "SubState=x" "NeedDaemonReload=$reload" "FragmentPath=$unit" ;;
          *)
            printf '%s\\n' "$1" >> "$mind/told"
            case $1 in
              daemon-reload) [ ! -f "$unit" ] || cp "$unit" "$mind/known" ;;
              enable) touch "$mind/enabled" ;;
              restart) touch "$mind/active" ;;
            esac ;;
        esac
      }
      kw_run() { "$@"; KW_RC=$?; KW_OUT=; }
      busctl() { printf 't %s\\n' "$(< "$mind/started")"; }
      """;

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void folders() throws IOException {
    host = new ScriptRoot(root, work, SYSTEMCTL);
    Files.createDirectories(root.resolve("mind"));
    host.put("mind/started", "9999999999000000");
  }

  @Test
  void aUnitThatWasJustWrittenIsReadBeforeItIsStarted() throws Exception {
    host.put("etc/systemd/system/x.service", "one");
    assertThat(host.look("service.sh", wish("1"))).isEqualTo(List.of(new SaidWouldChange()));
    assertThat(host.run("service.sh", wish("1")).getLast()).isEqualTo(new SaidChanged());
    assertThat(told()).containsExactly("daemon-reload", "enable", "restart");
    assertThat(host.run("service.sh", wish("1"))).isEqualTo(List.of(new SaidUnchanged()));
  }

  @Test
  void aUnitThatDiffersFromWhatSystemdReadIsReadAnew() throws Exception {
    host.put("etc/systemd/system/x.service", "one");
    host.run("service.sh", wish("1"));
    Files.delete(root.resolve("mind/told"));
    host.put("etc/systemd/system/x.service", "two");
    assertThat(host.look("service.sh", wish("1"))).isEqualTo(List.of(new SaidWouldChange()));
    assertThat(host.run("service.sh", wish("1")).getLast()).isEqualTo(new SaidChanged());
    assertThat(told()).containsExactly("daemon-reload");
  }

  @Test
  void whatRunsIsRestartedWhenItsFileIsNewerAlsoWhereItIsOnlyLeftAsItIs() throws Exception {
    host.put("etc/systemd/system/x.service", "one");
    host.run("service.sh", wish("1"));
    Files.delete(root.resolve("mind/told"));
    assertThat(host.run("service.sh", wish(""))).isEqualTo(List.of(new SaidUnchanged()));
    host.put("mind/started", "1000000");
    assertThat(host.run("service.sh", wish("")).getLast()).isEqualTo(new SaidChanged());
    assertThat(told()).containsExactly("restart");
    Files.delete(root.resolve("mind/active"));
    assertThat(host.run("service.sh", wish(""))).isEqualTo(List.of(new SaidUnchanged()));
  }

  @Test
  void aUnitThatIsNowhereIsMissing() throws Exception {
    assertThat(host.run("service.sh", wish("1")))
        .isEqualTo(List.of(new SaidFailed("host.serviceMissing", List.of("x.service"))));
  }

  private Map<String, String> wish(String running) {
    String file = root.resolve("etc/systemd/system/x.service").toString();
    return Map.of("UNIT", "x.service", "ENABLED", "1", "RUNNING", running, "NEWER_THAN", file);
  }

  private List<String> told() throws IOException {
    return host.text("mind/told").lines().toList();
  }
}
