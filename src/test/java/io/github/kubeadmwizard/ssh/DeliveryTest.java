package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.FileToBring;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.ScriptText;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files go to a real host, with the real script. */
@ExtendWith(TestHost.Extension.class)
final class DeliveryTest {
  private static final int SIZE = 24_000_000;

  private final TestHost lab;
  private final SshConnector connector;
  private final List<SshHost> opened = new ArrayList<>();
  private final List<RunEvent.Progress> progress = new CopyOnWriteArrayList<>();
  private final Path here;
  private final Path there;
  private Consumer<RunEvent.Progress> onProgress = _ -> {};

  DeliveryTest(TestHost lab) throws Exception {
    this.lab = lab;
    connector = lab.connector();
    Path own = lab.directory.resolve("delivery-" + UUID.randomUUID());
    here = Files.createDirectories(own.resolve("here"));
    there = own.resolve("there");
  }

  @AfterEach
  void close() {
    opened.forEach(SshHost::close);
    connector.close();
  }

  private RootShell shell(HostName host, boolean fresh) throws SshFailure {
    if (fresh || opened.isEmpty()) {
      opened.add(connector.connect(lab.target(lab.users.free), SecretSource.none()));
    }
    return opened.getLast().root();
  }

  /** The ledger of this machine itself is no test's business. */
  private Outcome brought(Action.BringFiles action) {
    var texts =
        new ScriptText(name ->
            Assets.text("scripts/" + name)
                .replace("/var/lib/kubeadm-wizard/ledger", lab.directory + "/ledger"));
    var executor = new SshExecutor(this::shell, texts, Clock.systemUTC(), Duration.ofMillis(200));
    var stage =
        new Stage(
            "run-" + here.getParent().getFileName(),
            "phase",
            new RunValues(),
            event -> {
              if (event instanceof RunEvent.Progress at) {
                progress.add(at);
                onProgress.accept(at);
              }
            },
            new Cancel());
    return executor.apply(new HostName("n1"), action, stage);
  }

  private FileToBring file(String name, byte[] content) throws Exception {
    Path file = here.resolve(name.replace('/', '_'));
    Files.write(file, content);
    return new FileToBring(file, name, content.length, FileSending.sha256(file));
  }

  private Action.BringFiles bringing(FileToBring... files) {
    return new Action.BringFiles(
        "bring",
        Message.of("engine.stopped.asked"),
        there.toString(),
        List.of(files),
        new TreeMap<>());
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  @Test
  void filesArriveWholeOwnedByRootAndASecondTimeNothingIsSent() throws Exception {
    byte[] big = bytes(3_000_000);
    var action = bringing(file("a/b/big", big), file("small", bytes(10)), file("same", bytes(10)));

    Outcome first = brought(action);

    assertThat(first).isInstanceOf(Outcome.Changed.class);
    assertThat(((Outcome.Changed) first).before())
        .extracting(was -> was.kind() + " " + was.fields().get("path"))
        .containsExactly("directory " + there);
    assertThat(there.resolve("a/b/big")).hasBinaryContent(big);
    assertThat(there.resolve("small")).hasBinaryContent(bytes(10));
    assertThat(there.resolve("same")).hasBinaryContent(bytes(10));
    assertThat(there.resolve(".incoming")).doesNotExist();
    assertThat(Commands.run("stat", "-c", "%U %a", there.resolve("a/b/big").toString()).strip())
        .isEqualTo("root 644");
    assertThat(progress.getLast().done()).isEqualTo(3_000);
    assertThat(progress.getLast().total()).isEqualTo(3_000);
    progress.clear();
    assertThat(brought(action)).isEqualTo(new Outcome.Unchanged());
    assertThat(progress).isEmpty();
  }

  @Test
  void whatABrokenLineCutOffIsGoneOnWith() throws Exception {
    byte[] big = bytes(SIZE);
    var cut = new AtomicBoolean();
    onProgress =
        at -> {
          if (at.done() >= 4 && cut.compareAndSet(false, true)) {
            lab.sshd.sessions().forEach(ProcessHandle::destroyForcibly);
          }
        };

    assertThat(brought(bringing(file("big", big)))).isInstanceOf(Outcome.Changed.class);

    assertThat(cut).isTrue();
    assertThat(opened).hasSizeGreaterThan(1);
    assertThat(progress).filteredOn(at -> at.done() == 0).as("begun from nothing").hasSize(1);
    assertThat(there.resolve("big")).hasBinaryContent(big);
  }

  @Test
  void aBeginningThatIsNotOursIsThrownAway() throws Exception {
    byte[] big = bytes(2_000_000);
    var file = file("big", big);
    Path incoming = Files.createDirectories(there.resolve(".incoming"));
    Files.write(incoming.resolve(file.sha256()), new byte[1_000_000]);

    assertThat(brought(bringing(file))).isInstanceOf(Outcome.Changed.class);

    assertThat(there.resolve("big")).hasBinaryContent(big);
  }

  @Test
  void aFileThatIsDamagedHereIsNotSent() throws Exception {
    var file = file("big", bytes(100_000));
    Files.write(file.from(), new byte[100_000]);

    Outcome failed = brought(bringing(file));

    assertThat(failed)
        .extracting(o -> ((Outcome.Failed) o).problem())
        .extracting(Problem::id, Problem::what)
        .containsExactly(
            "bundle.damaged",
            Message.of(
                "bundle.damaged.what",
                file.from().toString(),
                file.sha256(),
                FileSending.sha256(file.from())));
  }

  @Test
  void aHostWithoutRoomIsToldBeforeAnythingIsSent() throws Exception {
    var file = file("big", bytes(10));
    var huge = new FileToBring(file.from(), "huge", 1L << 60, file.sha256());

    Outcome failed = brought(bringing(huge));

    assertThat(((Outcome.Failed) failed).problem().id()).isEqualTo("bundle.noRoom");
    assertThat(there).doesNotExist();
    assertThat(progress).isEmpty();
  }
}
