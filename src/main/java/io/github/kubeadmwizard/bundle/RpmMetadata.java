package io.github.kubeadmwizard.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.XMLEvent;

/**
 * The metadata of a part of a repository: upstream's own words of the packages that are taken, in a
 * list of ours. dnf asks for no signature of it; it asks for one of each package.
 */
final class RpmMetadata {
  private RpmMetadata() {}

  /**
   * Upstream's list of packages, as {@code repomd.xml} names it.
   *
   * @param sha256 of the file as it comes
   */
  record Listed(String path, String sha256) {}

  /**
   * What upstream's {@code repomd.xml} says of its list of packages.
   *
   * @throws IOException if it names none that can be checked
   */
  static Listed listed(byte[] repomd) throws IOException {
    String path = "";
    String sha256 = "";
    boolean inside = false;
    try {
      XMLStreamReader xml =
          RpmIndex.factory().createXMLStreamReader(new ByteArrayInputStream(repomd));
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "data" -> inside = "primary".equals(xml.getAttributeValue(null, "type"));
          case "location" -> path = inside ? xml.getAttributeValue(null, "href") : path;
          case "checksum" -> {
            boolean known = inside && "sha256".equals(xml.getAttributeValue(null, "type"));
            sha256 = known ? xml.getElementText() : sha256;
          }
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
    if (path == null || path.isEmpty() || !sha256.matches("[0-9a-f]{64}")) {
      throw new IOException("no list of packages with a SHA-256 in repomd.xml");
    }
    return new Listed(path, sha256);
  }

  /** The file, unpacked by what its name says. */
  static InputStream unpacked(String name, byte[] bytes) throws IOException {
    var in = new ByteArrayInputStream(bytes);
    if (name.endsWith(".gz")) {
      return new GZIPInputStream(in, 1 << 16);
    }
    if (name.endsWith(".xml")) {
      return in;
    }
    throw new IOException("packed in a way that is not understood: " + name);
  }

  /**
   * The list of those packages alone, packed by gzip.
   *
   * @param taken digests of the packages
   */
  static byte[] part(InputStream primary, Set<String> taken) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      XMLEventReader in = RpmIndex.factory().createXMLEventReader(primary);
      XMLEventWriter to = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(out, "UTF-8");
      XMLEventFactory make = XMLEventFactory.newDefaultFactory();
      to.add(make.createStartDocument("UTF-8", "1.0"));
      to.add(make.createStartElement("", RpmIndex.COMMON, "metadata"));
      to.add(make.createNamespace(RpmIndex.COMMON));
      to.add(make.createNamespace("rpm", RpmIndex.RPM));
      to.add(make.createAttribute("packages", String.valueOf(taken.size())));
      copy(in, to, taken);
      to.add(make.createEndElement("", RpmIndex.COMMON, "metadata"));
      to.add(make.createEndDocument());
      to.close();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
    return packed.toByteArray();
  }

  private static void copy(XMLEventReader in, XMLEventWriter to, Set<String> taken)
      throws XMLStreamException {
    var one = new java.util.ArrayList<XMLEvent>();
    boolean wanted = false;
    boolean digest = false;
    while (in.hasNext()) {
      XMLEvent event = in.nextEvent();
      String starts = event.isStartElement() ? event.asStartElement().getName().getLocalPart() : "";
      if (starts.equals("package") || !one.isEmpty()) {
        one.add(event);
      }
      wanted |= digest && event.isCharacters() && taken.contains(event.asCharacters().getData());
      digest = starts.equals("checksum");
      if (event.isEndElement() && event.asEndElement().getName().getLocalPart().equals("package")) {
        for (XMLEvent part : wanted ? one : java.util.List.<XMLEvent>of()) {
          to.add(part);
        }
        one.clear();
        wanted = false;
      }
    }
  }

  /** A {@code repomd.xml} that names this list of packages. */
  static String repomd(BundleFile primary, byte[] packed) throws IOException {
    byte[] open = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    String name = primary.path().replaceFirst("^.*/", "");
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <repomd xmlns="http://linux.duke.edu/metadata/repo">
      <revision>%s</revision>
      <data type="primary">
        <checksum type="sha256">%s</checksum>
        <open-checksum type="sha256">%s</open-checksum>
        <location href="repodata/%s"/>
        <timestamp>0</timestamp>
        <size>%d</size>
        <open-size>%d</open-size>
      </data>
    </repomd>
    """
        .formatted(
            primary.sha256(),
            primary.sha256(),
            Digest.of(open),
            name,
            primary.bytes(),
            open.length);
  }
}
