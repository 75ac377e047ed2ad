package io.github.kubeadmwizard.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A repository of RPM packages at a server of the tests. */
final class RpmUpstream {
  private final Upstream upstream;
  private final String at;
  private final List<String> packages = new ArrayList<>();

  /**
   * @param at path without a slash at its end
   */
  RpmUpstream(Upstream upstream, String at) {
    this.upstream = upstream;
    this.at = at;
  }

  /** One more package; each need is an entry's attributes. */
  RpmUpstream with(String name, String version, String architecture, String... needs) {
    byte[] rpm = Upstream.bytes("the package " + name + " " + version + " " + architecture);
    String path = "Packages/%s-%s-1.el9.%s.rpm".formatted(name, version, architecture);
    upstream.files.put(at + "/" + path, rpm);
    var entries = new StringBuilder();
    for (String need : needs) {
      entries.append("<rpm:entry ").append(need).append("/>");
    }
    packages.add(
        """
        <package type="rpm"><name>%s</name><arch>%s</arch>
          <version epoch="0" ver="%s" rel="1.el9"/>
          <checksum type="sha256" pkgid="YES">%s</checksum>
          <summary>more &lt;than&gt; &amp; markup</summary>
          <size package="%d" installed="1" archive="1"/><location href="%s"/>
          <format><rpm:license>none</rpm:license>
            <rpm:provides><rpm:entry name="%s" flags="EQ" epoch="0" ver="%s" rel="1.el9"/></rpm:provides>
            <rpm:requires>%s</rpm:requires>
            <rpm:conflicts><rpm:entry name="other-%s"/></rpm:conflicts>
            <rpm:recommends><rpm:entry name="nowhere"/></rpm:recommends>
            <file>/usr/bin/%s</file></format></package>
        """
            .formatted(
                name,
                architecture,
                version,
                Digest.of(rpm),
                rpm.length,
                path,
                name,
                version,
                entries,
                name,
                name));
    return this;
  }

  /** Puts its lists and its key there; the list of packages is at {@code primary.xml.gz}. */
  RpmUpstream serve() {
    return serve("");
  }

  RpmUpstream serve(String prolog) {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>%s<metadata xmlns=\"%s\" xmlns:rpm=\"%s\">%s</metadata>"
            .formatted(prolog, RpmIndex.COMMON, RpmIndex.RPM, String.join("", packages));
    byte[] list = packed(xml);
    upstream.files.put(at + "/repodata/primary.xml.gz", list);
    upstream.put(
        at + "/repodata/repomd.xml",
        """
        <repomd xmlns="http://linux.duke.edu/metadata/repo">
          <data type="filelists"><checksum type="sha256">%s</checksum>
            <location href="repodata/filelists.xml.gz"/></data>
          <data type="primary"><checksum type="sha256">%s</checksum>
            <location href="repodata/primary.xml.gz"/></data>
        </repomd>
        """
            .formatted("0".repeat(64), Digest.of(list)));
    upstream.put(at + "/key", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n");
    return this;
  }

  private static byte[] packed(String text) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(Upstream.bytes(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
