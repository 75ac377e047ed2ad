package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.session.Attempt;
import io.github.kubeadmwizard.session.HostConnection;
import io.github.kubeadmwizard.session.HostConnector;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Language;
import io.github.kubeadmwizard.wizard.WizardTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** Another cluster is opened at once: the lines of the one before are ended beside the screen. */
@InWindow
final class WizardClosesTest {
  @TempDir private static Path directory;
  private final List<Boolean> closedOnTheScreensThread = new CopyOnWriteArrayList<>();
  private WizardScreen screen;

  @Start
  void open(Stage stage) throws IOException {
    var home = Files.createTempDirectory(directory, "home");
    var usual = WizardScreen.tools(home, new Background(Platform::runLater), Pace.NONE);
    screen = new WizardScreen(stage, watched(usual));
  }

  @AfterEach
  void close() {
    screen.act(() -> screen.wizard().close());
  }

  private WizardTools watched(WizardTools usual) {
    return WizardScreen.with(
        usual,
        () -> {
          WizardTools.Practice practice = usual.practice().get();
          return new WizardTools.Practice(watched(practice.workshop()), practice.cluster());
        });
  }

  private Workshop watched(Workshop usual) {
    return new Workshop(
        (spec, secrets) -> new Watched(usual.connecting().to(spec, secrets)),
        usual.reading(),
        usual.checking(),
        usual.completing(),
        usual.fetching(),
        usual.planning(),
        usual.exporting(),
        usual.acting());
  }

  private final class Watched implements HostConnector {
    private final HostConnector usual;

    private Watched(HostConnector usual) {
      this.usual = usual;
    }

    @Override
    public Attempt attempt(HostSpec host) {
      return usual.attempt(host);
    }

    @Override
    public HostConnection reconnect(HostSpec host) throws SshFailure {
      return usual.reconnect(host);
    }

    @Override
    public Optional<Attempt.Failed> trust(Attempt.NewKey key) {
      return usual.trust(key);
    }

    @Override
    public void close() {
      closedOnTheScreensThread.add(Platform.isFxApplicationThread());
      usual.close();
    }
  }

  @Test
  void theLinesOfTheClusterBeforeAreEndedBesideTheScreen() {
    screen.act(() -> screen.wizard().practice());
    screen.awaitText("of 6 need you");
    screen.act(() -> screen.wizard().practice());
    screen.await("the first to be closed", () -> !closedOnTheScreensThread.isEmpty());
    assertThat(closedOnTheScreensThread).containsExactly(false);
  }

  @Test
  void theLinesOfAWindowThatClosesAreEndedBesideTheScreenBeforeTheProgramEnds() {
    screen.act(() -> screen.wizard().practice());
    screen.awaitText("of 6 need you");
    screen.act(() -> screen.wizard().close());
    screen.wizard().awaitClosed(Duration.ofSeconds(20));
    assertThat(closedOnTheScreensThread).containsExactly(false);
  }

  @Test
  void nothingComesAnyMoreToThePageOfAWindowThatIsClosed() {
    var nodes = new ArrayList<Integer>();
    var pulses = new AtomicInteger();
    var clock =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pulses.incrementAndGet();
          }
        };
    screen.act(() -> {
      screen.wizard().speak(Language.CHINESE); // the page comes again, from the next pulse on
      screen.wizard().close();
      screen.stage().hide();
      nodes.add(screen.many());
      clock.start();
    });
    screen.await("some pulses", () -> pulses.get() > 10);
    screen.act(() -> {
      clock.stop();
      nodes.add(screen.many());
    });
    assertThat(nodes.getLast()).isEqualTo(nodes.getFirst());
  }
}
