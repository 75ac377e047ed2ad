package io.github.kubeadmwizard.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech;
import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWouldChange;
import io.github.kubeadmwizard.engine.ScriptRoot;
import io.github.kubeadmwizard.engine.ScriptText;
import io.github.kubeadmwizard.facts.Disk.State;
import io.github.kubeadmwizard.facts.DiskUse.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Blank disks are told from used ones, with the real tools on loop devices. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
final class DiskScriptTest {
  private static final Path SCRIPTS =
      Path.of(System.getProperty("project.directory", "."), "installer-assets/scripts");
  private static final String CA = "etc/kubernetes/pki/ca.crt";
  private static final String NOTES = "var/lib/kubeadm-wizard/rook-disks";

  @TempDir private Path directory;
  @TempDir private Path root;
  @TempDir private Path work;
  private LoopDisks loops;
  private ScriptRoot host;

  @BeforeEach
  void machine() {
    loops = new LoopDisks(directory);
    host = new ScriptRoot(root, work, "");
    host.put(CA, "this cluster's\n");
  }

  @AfterEach
  void detach() throws Exception {
    loops.close();
  }

  private Disks disks(String before) throws Exception {
    var script = new ScriptText(DiskScriptTest::read).whole("disks.sh");
    var file =
        Files.writeString(
            work.resolve("list.sh"),
            "LOOPS=1 SMALLEST=" + (1 << 20) + " KW_ROOT=" + root + "\n" + before + script);
    var bash = new ProcessBuilder("bash", file.toString()).start();
    bash.getOutputStream().close();
    var said = new String(bash.getInputStream().readAllBytes(), UTF_8);
    return FactsParser.parse(said).storage().disks().orElseThrow();
  }

  private Disk disk(String device) throws Exception {
    return disks("").at(device).orElseThrow();
  }

  private static String read(String script) {
    try {
      return Files.readString(SCRIPTS.resolve(script));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Kind> kinds(Disk disk) {
    return disk.uses().stream().map(DiskUse::kind).distinct().toList();
  }

  private static String what(Disk disk, Kind kind) {
    return disk.uses().stream()
        .filter(use -> use.kind() == kind)
        .map(DiskUse::what)
        .findFirst()
        .orElse("-");
  }

  @Test
  void aDiskOfZerosIsBlank() throws Exception {
    var device = loops.with("blank", LoopDisks.blank());
    var disk = disk(device);
    assertThat(disk)
        .isEqualTo(
            new Disk(
                device.substring(5),
                disk.path(),
                disk.aliases(),
                disk.stable(),
                LoopDisks.SIZE,
                "",
                disk.rotational(),
                false,
                State.BLANK,
                List.of()));
  }

  @Test
  void whatHasASignatureIsUsed() throws Exception {
    var signatures = new HashMap<String, String>();
    signatures.put(loops.madeBy("mkfs.ext4", "-q", "-F"), "ext4");
    signatures.put(loops.madeBy("mkswap"), "swap");
    signatures.put(loops.with("lvm", LoopDisks.lvm()), "LVM2_member");
    signatures.put(loops.with("ceph", LoopDisks.bluestore()), "ceph_bluestore");
    signatures.put(loops.with("gpt", LoopDisks.gpt(true)), "gpt PMBR");
    signatures.put(loops.with("half", LoopDisks.gpt(false)), "gpt");
    var all = disks("");
    assertThat(signatures)
        .allSatisfy((device, signature) -> {
          var disk = all.at(device).orElseThrow();
          assertThat(disk.state()).isEqualTo(State.USED);
          assertThat(what(disk, Kind.SIGNATURE)).isEqualTo(signature);
        });
  }

  @Test
  void anEmptyPartitionTableIsNamed() throws Exception {
    assertThat(what(disk(loops.with("gpt", LoopDisks.gpt(true))), Kind.TABLE)).isEqualTo("gpt");
  }

  @Test
  void whatOneToolAloneSeesIsADisagreement() throws Exception {
    // blkid wants the start of the disk to point to it, wipefs does not
    var half = disk(loops.with("half", LoopDisks.gpt(false)));
    assertThat(kinds(half)).containsExactly(Kind.SIGNATURE, Kind.DISAGREE);
    assertThat(what(half, Kind.DISAGREE)).isEqualTo("wipefs");
  }

  @Test
  void bytesThatNoToolKnowsAreNotNothing() throws Exception {
    var start = loops.with("start", LoopDisks.letters(70_000, "somebody's"));
    var end = loops.with("end", LoopDisks.letters(LoopDisks.SIZE - 70_000, "somebody's"));
    var all = disks("");
    assertThat(all.at(start).orElseThrow().uses()).containsExactly(new DiskUse(Kind.DATA, "0"));
    assertThat(all.at(end).orElseThrow().uses())
        .containsExactly(new DiskUse(Kind.DATA, String.valueOf(LoopDisks.SIZE - (1 << 20))));
  }

  @Test
  void aMissingToolSpeaksAgainstEveryDisk() throws Exception {
    var device = loops.with("blank", LoopDisks.blank());
    var hide = "command() { [ \"$2\" != blkid ] && builtin command \"$@\"; }\n";
    var disk = disks(hide).at(device).orElseThrow();
    assertThat(disk.state()).isEqualTo(State.USED);
    assertThat(disk.uses()).contains(new DiskUse(Kind.TOOL, "blkid"));
  }

  @Test
  void aToolThatFailsIsNoBlankDisk() throws Exception {
    var device = loops.with("blank", LoopDisks.blank());
    var broken = "wipefs() { echo no; return 1; }\ntimeout() { shift; \"$@\"; }\n";
    var disk = disks(broken).at(device).orElseThrow();
    assertThat(disk.uses()).containsExactly(new DiskUse(Kind.UNREAD, "wipefs: no"));
  }

  @Test
  void aProcessThatHasItOpenIsNamed() throws Exception {
    var device = loops.with("blank", LoopDisks.blank());
    try (var open = Files.newInputStream(Path.of(device))) {
      assertThat(open.read()).isZero();
      var disk = disk(device);
      assertThat(kinds(disk)).containsExactly(Kind.PROCESS);
      assertThat(what(disk, Kind.PROCESS)).contains("(" + ProcessHandle.current().pid() + ")");
    }
  }

  @Test
  void aDiskThatALoopDeviceReadsIsUsed() throws Exception {
    var device = loops.with("blank", LoopDisks.blank());
    loops.over(device);
    assertThat(kinds(disk(device))).containsExactly(Kind.HOLDER);
  }

  @Test
  void aMountedDiskIsUsed() throws Exception {
    var device = loops.madeBy("mkfs.ext4", "-q", "-F");
    var point = Files.createDirectory(work.resolve("there")).toString();
    LoopDisks.said(List.of("mount", "-o", "ro", device, point));
    try {
      assertThat(what(disk(device), Kind.MOUNTED)).isEqualTo(point);
    } finally {
      LoopDisks.said(List.of("umount", point));
    }
  }

  @Test
  void oneThatIsTooSmallIsNotOffered() throws Exception {
    var device = loops.with("small", new byte[1 << 19]);
    assertThat(disk(device).uses()).containsExactly(new DiskUse(Kind.SMALL, "1048576"));
  }

  private Map<String, String> wanted(String... devices) {
    return Map.of(
        "WANTED",
        String.join("\n", devices),
        "OWNER",
        "uid-1",
        "SMALLEST",
        "1048576",
        "DATA",
        "/var/lib/rook");
  }

  private List<HostSpeech> take(String... devices) throws Exception {
    return host.run("disks-blank.sh", wanted(devices));
  }

  @Test
  void aBlankDiskIsTakenOnceAndNoted() throws Exception {
    var device = loops.with("blank", LoopDisks.blank());
    assertThat(host.look("disks-blank.sh", wanted(device))).containsExactly(new SaidWouldChange());
    assertThat(root.resolve(NOTES)).doesNotExist();
    var said = take(device);
    assertThat(said).last().isEqualTo(new SaidChanged());
    assertThat(ScriptRoot.befores(said)).contains("directory {existed=false, path=/var/lib/rook}");
    var whose = ScriptRoot.digest("this cluster's\n") + " uid-1 ";
    assertThat(host.text(NOTES)).isEqualTo(whose + "/var/lib/rook\n" + whose + device + "\n");
    assertThat(take(device)).containsExactly(new SaidUnchanged());
  }

  @Test
  void aUsedDiskIsRefusedAndNothingIsNoted() throws Exception {
    var blank = loops.with("blank", LoopDisks.blank());
    var used = loops.with("half", LoopDisks.gpt(false));
    assertThat(take(blank, used))
        .containsExactly(
            new SaidFailed(
                "install.diskNotBlank", List.of(used, used, "signature: gpt; disagree: wipefs")));
    assertThat(root.resolve(NOTES)).doesNotExist();
  }

  @Test
  void aDiskThatIsNotThereOrNamedTwiceIsRefused() throws Exception {
    var device = loops.with("blank", LoopDisks.blank());
    assertThat(take("/dev/no-such-disk"))
        .containsExactly(new SaidFailed("install.diskAbsent", List.of("/dev/no-such-disk")));
    assertThat(take(device, device))
        .containsExactly(new SaidFailed("install.diskTwice", List.of(device, device)));
  }

  @Test
  void cephsOwnDiskOfAnEarlierRunIsOurs() throws Exception {
    var device = loops.with("blank", LoopDisks.blank());
    take(device);
    Files.write(directory.resolve("blank"), LoopDisks.bluestore());
    assertThat(disk(device).state()).isEqualTo(State.OURS);
    assertThat(take(device)).containsExactly(new SaidUnchanged());
  }

  @Test
  void aDiskThatBecameAnotherThingSinceIsNotOurs() throws Exception {
    var device = loops.with("blank", LoopDisks.blank());
    take(device);
    Files.write(directory.resolve("blank"), LoopDisks.lvm());
    assertThat(disk(device).state()).isEqualTo(State.USED);
    assertThat(take(device)).last().isInstanceOf(SaidFailed.class);
  }

  @Test
  void aDiskOfAnotherClustersCephIsNotOurs() throws Exception {
    var device = loops.with("blank", LoopDisks.blank());
    take(device);
    Files.write(directory.resolve("blank"), LoopDisks.bluestore());
    host.put(CA, "another cluster's\n");
    assertThat(disk(device).state()).isEqualTo(State.USED);
    assertThat(take(device)).last().isInstanceOf(SaidFailed.class);
  }

  @Test
  void whatAnEarlierCephLeftOnTheHostIsTold() throws Exception {
    host.put("var/lib/rook/mon-a/keyring", "x");
    assertThat(disks("").leftover()).isEqualTo("mon-a");
    assertThat(take())
        .containsExactly(new SaidFailed("install.rookLeftover", List.of("/var/lib/rook", "mon-a")));
  }

  @Test
  void whatThisCephKeepsOnTheHostIsNoLeftover() throws Exception {
    take();
    host.put("var/lib/rook/mon-a/keyring", "x");
    assertThat(disks("").leftover()).isEmpty();
    assertThat(take()).containsExactly(new SaidUnchanged());
  }
}
