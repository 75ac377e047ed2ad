package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.bundle.RpmNeed.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code primary.xml}, the list of a repository's packages, piece by piece: that of a whole
 * distribution has some hundred megabytes. Source: createrepo_c, and {@code rpm-metadata} of yum.
 */
final class RpmIndex {
  static final String COMMON = "http://linux.duke.edu/metadata/common";
  static final String RPM = "http://linux.duke.edu/metadata/rpm";
  private static final Map<String, String> OPERATORS =
      Map.of("EQ", "=", "GE", ">=", "GT", ">", "LE", "<=", "LT", "<");

  private final XMLStreamReader xml;
  private final Set<String> architectures;
  private final Map<String, String> known = new HashMap<>();
  private final List<RpmPackage> found = new ArrayList<>();

  private RpmIndex(XMLStreamReader xml, Set<String> architectures) {
    this.xml = xml;
    this.architectures = architectures;
  }

  /**
   * Neither a document type nor anything from elsewhere is read. The limits of Java are for
   * entities that a document declares, but it counts each mark such as that of an ampersand as one:
   * a whole distribution has more of them than that.
   */
  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    return factory;
  }

  /**
   * The packages of these architectures; those of modules stay out, as hosts refuse them without
   * the list of modules.
   *
   * @throws IOException if it is no such list
   */
  static List<RpmPackage> read(InputStream in, Set<String> architectures) throws IOException {
    try {
      var index = new RpmIndex(factory().createXMLStreamReader(in), architectures);
      index.all();
      return List.copyOf(index.found);
    } catch (XMLStreamException | IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void all() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && is(COMMON, "package")) {
        var one = new Fields();
        one.read();
        if (architectures.contains(one.architecture) && !one.release.contains(".module")) {
          found.add(one.made());
        }
      }
    }
  }

  private boolean is(String namespace, String name) {
    return xml.getName().equals(new QName(namespace, name));
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /** The same text once: names repeat a thousand times. */
  private String one(String text) {
    return known.computeIfAbsent(text, same -> same);
  }

  /** What is read of one package. */
  private final class Fields {
    private final List<Named> provides = new ArrayList<>();
    private final List<String> programs = new ArrayList<>();
    private final List<RpmNeed> needs = new ArrayList<>();
    private String name = "";
    private String architecture = "";
    private String release = "";
    private RpmVersion version = new RpmVersion(0, "", "");
    private String sha256 = "";
    private String path = "";
    private long bytes;
    private String inside = "";

    void read() throws XMLStreamException {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> element();
          case XMLStreamConstants.END_ELEMENT -> {
            if (is(COMMON, "package")) {
              return;
            }
          }
          default -> {}
        }
      }
    }

    private void element() throws XMLStreamException {
      switch (xml.getLocalName()) {
        case "name" -> name = one(xml.getElementText());
        case "arch" -> architecture = one(xml.getElementText());
        case "version" -> {
          version = version();
          release = version.release();
        }
        case "checksum" -> sha256 = attribute("type").equals("sha256") ? xml.getElementText() : "";
        case "size" -> bytes = Long.parseLong(attribute("package"));
        case "location" -> path = path();
        case "provides", "requires", "conflicts", "obsoletes" -> inside = xml.getLocalName();
        case "recommends", "suggests", "supplements", "enhances" -> inside = "";
        case "entry" -> entry();
        case "file" -> programs.add(xml.getElementText());
        default -> {}
      }
    }

    private RpmVersion version() {
      String epoch = attribute("epoch");
      return new RpmVersion(
          epoch.isEmpty() ? 0 : Long.parseLong(epoch), one(attribute("ver")), attribute("rel"));
    }

    private String path() {
      if (xml.getAttributeValue("http://www.w3.org/XML/1998/namespace", "base") != null) {
        throw new IllegalArgumentException("packages of " + name + " lie at another address");
      }
      return attribute("href").replaceFirst("^(\\./)+", "");
    }

    private void entry() {
      var named = named(one(attribute("name")), OPERATORS.get(attribute("flags")));
      if (inside.equals("provides")) {
        provides.add(named);
      } else if (inside.equals("requires") && !named.name().startsWith("rpmlib(")) {
        boolean expression = named.name().startsWith("(");
        needs.add(expression ? RpmExpression.parse(named.name()) : named);
      }
    }

    private Named named(String what, @Nullable String operator) {
      return operator == null ? Named.any(what) : new Named(what, operator, version());
    }

    private RpmPackage made() {
      if (name.isEmpty() || sha256.isEmpty() || path.isEmpty()) {
        throw new IllegalArgumentException("no name, place and SHA-256 of a package: " + name);
      }
      return new RpmPackage(
          name,
          version,
          architecture,
          List.copyOf(provides),
          List.copyOf(programs),
          List.copyOf(needs),
          new BundleFile(path, bytes, sha256));
    }
  }
}
