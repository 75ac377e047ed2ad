package io.github.kubeadmwizard.imports;

import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that people bring along: UTF-8 with or without its mark, UTF-16 with its mark, or GB18030,
 * in which spreadsheets on Chinese systems write.
 */
public final class TextFile {
  /** Bytes; a list of all the hosts that a cluster can have is smaller by far. */
  private static final long LARGEST = 4L * 1024 * 1024;

  private TextFile() {}

  /** A file that is too large to be a list of hosts. */
  public static final class TooLarge extends IOException {
    @Serial private static final long serialVersionUID = 1L;
  }

  /**
   * The text of a file.
   *
   * @throws TooLarge where it is larger than such a file ever is
   */
  public static String read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new TooLarge();
    }
    return decode(Files.readAllBytes(file));
  }

  /** The text of these bytes. */
  public static String decode(byte[] bytes) {
    if (beginsWith(bytes, 0xff, 0xfe) || beginsWith(bytes, 0xfe, 0xff)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("GB18030"));
    }
  }

  private static boolean beginsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }
}
