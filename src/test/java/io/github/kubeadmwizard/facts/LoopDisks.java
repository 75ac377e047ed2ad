package io.github.kubeadmwizard.facts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Small disks that are files, as loop devices of this machine; skipped where it has none. */
final class LoopDisks implements AutoCloseable {
  static final int SIZE = 8 << 20;
  private static final int SECTOR = 512;
  private static final int PRIMARY = SECTOR;
  private static final int BACKUP = SIZE - SECTOR;

  private final Path directory;
  private final List<String> devices = new ArrayList<>();

  LoopDisks(Path directory) {
    this.directory = directory;
  }

  /** A disk with this content; its device. */
  String with(String name, byte[] content) throws Exception {
    return attached(Files.write(directory.resolve(name), content));
  }

  /** A disk that this program has made something of, such as mkfs.ext4. */
  String madeBy(String... command) throws Exception {
    Path file = Files.write(directory.resolve(command[0]), new byte[SIZE]);
    var whole = new ArrayList<>(List.of(command));
    whole.add(file.toString());
    said(whole);
    return attached(file);
  }

  /** A loop device on top of a disk. */
  void over(String device) throws Exception {
    attached(Path.of(device));
  }

  private String attached(Path file) throws Exception {
    String device = said(List.of("losetup", "--find", "--show", file.toString())).strip();
    devices.add(device);
    return device;
  }

  /** What a program says; the test is skipped where it cannot do its work. */
  static String said(List<String> command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assumeTrue(process.waitFor() == 0, () -> command + ": " + said);
      return said;
    } catch (IOException e) {
      assumeTrue(false, command + ": " + e.getMessage());
      throw new IllegalStateException(e);
    }
  }

  static byte[] blank() {
    return new byte[SIZE];
  }

  /** A disk with these letters at a place. */
  static byte[] letters(int place, String text) {
    var disk = blank();
    System.arraycopy(text.getBytes(US_ASCII), 0, disk, place, text.length());
    return disk;
  }

  /** What BlueStore writes at the start of a disk. Source: Ceph, bdev_label. */
  static byte[] bluestore() {
    return letters(0, "bluestore block device\n4a1b2c3d-0000-4000-8000-000000000001\n");
  }

  /** A GPT without partitions, of which the start may have been overwritten. */
  static byte[] gpt(boolean start) {
    var disk = ByteBuffer.wrap(blank()).order(ByteOrder.LITTLE_ENDIAN);
    if (start) {
      disk.put(446 + 4, (byte) 0xEE).putInt(446 + 8, 1).putInt(446 + 12, SIZE / SECTOR - 1);
      disk.put(510, (byte) 0x55).put(511, (byte) 0xAA);
      header(disk, PRIMARY, BACKUP, 2);
    }
    header(disk, BACKUP, PRIMARY, SIZE / SECTOR - 33);
    return disk.array();
  }

  /** Source: UEFI specification, GPT header. */
  private static void header(ByteBuffer disk, int at, int other, int entries) {
    var none = new CRC32();
    none.update(new byte[128 * 128]);
    disk.put(at, "EFI PART".getBytes(US_ASCII)).putInt(at + 8, 0x10000).putInt(at + 12, 92);
    disk.putLong(at + 24, at / SECTOR).putLong(at + 32, other / SECTOR);
    disk.putLong(at + 40, 34).putLong(at + 48, SIZE / SECTOR - 34);
    disk.put(at + 56, (byte) 7); // of its identifier
    disk.putLong(at + 72, entries).putInt(at + 80, 128).putInt(at + 84, 128);
    disk.putInt(at + 88, (int) none.getValue());
    var whole = new CRC32();
    whole.update(disk.slice(at, 92));
    disk.putInt(at + 16, (int) whole.getValue());
  }

  /** A physical volume of LVM, as pvcreate begins it. Source: LVM2, label_header. */
  static byte[] lvm() {
    var disk = ByteBuffer.wrap(blank()).order(ByteOrder.LITTLE_ENDIAN);
    disk.put(SECTOR, "LABELONE".getBytes(US_ASCII)).putLong(SECTOR + 8, 1);
    disk.putInt(SECTOR + 20, 32).put(SECTOR + 24, "LVM2 001".getBytes(US_ASCII));
    disk.put(SECTOR + 32, "a".repeat(32).getBytes(US_ASCII)).putLong(SECTOR + 64, SIZE);
    int sum = 0xf597a6cf;
    for (int i = SECTOR + 20; i < 2 * SECTOR; i++) {
      sum ^= disk.get(i) & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum >>> 1) ^ ((sum & 1) == 0 ? 0 : 0xEDB88320);
      }
    }
    return disk.putInt(SECTOR + 16, sum).array();
  }

  @Override
  public void close() throws IOException {
    for (String device : devices.reversed()) {
      var detach = new ProcessBuilder("losetup", "--detach", device).start();
      detach.onExit().join();
    }
  }
}
