package io.github.kubeadmwizard.bundle;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds the repositories of RPM packages: by their address, a list of mirrors, or a tree. */
final class RpmSources {
  private static final Map<String, String> HARDWARE = Map.of("amd64", "x86_64", "arm64", "aarch64");
  private static final String REPOMD = "repodata/repomd.xml";

  private final Target target;
  private final Downloads downloads;

  RpmSources(Target target, Downloads downloads) {
    this.target = target;
    this.downloads = downloads;
  }

  /** What packages call the architecture of a target. */
  static String hardware(Target target) {
    return HARDWARE.getOrDefault(target.architecture(), target.architecture());
  }

  /** The repositories of a source, not yet read. */
  List<RpmRepository> of(Needs.RpmRepository source) throws BundleFailure {
    URI uri = uri(source.uri());
    if (source.isList()) {
      return List.of(repository(mirror(uri), source.key()));
    }
    if (source.below().isEmpty() || answers(uri)) {
      return List.of(repository(uri, source.key()));
    }
    return source.below().stream()
        .map(path -> repository(uri(source.uri().replaceFirst("/*$", "/") + path), source.key()))
        .toList();
  }

  private RpmRepository repository(URI base, Optional<String> key) {
    return new RpmRepository(base, key, target, downloads);
  }

  /** With the variables of dnf.conf(5) that addresses have. */
  private URI uri(String address) {
    return URI.create(
        address
            .replace("$releasever", target.version().replaceFirst("\\..*$", ""))
            .replace("$basearch", hardware(target)));
  }

  private boolean answers(URI base) throws BundleFailure {
    return downloads.web().bytes(below(base)).isPresent();
  }

  private static URI below(URI base) {
    return URI.create(base.toString().replaceFirst("/*$", "/") + REPOMD);
  }

  /** The first mirror that has it, those that prove who they are before the others. */
  private URI mirror(URI list) throws BundleFailure {
    byte[] text =
        downloads
            .web()
            .bytes(list)
            .orElseThrow(() -> BundleFailure.of("bundle.missing", Web.host(list), list.toString()));
    List<URI> all = mirrors(text);
    BundleFailure last = BundleFailure.of("bundle.missing", Web.host(list), list.toString());
    for (URI base : all.subList(0, Math.min(all.size(), 5))) {
      try {
        if (answers(base)) {
          return base;
        }
      } catch (BundleFailure failure) {
        last = failure;
      }
    }
    throw last;
  }

  /** Of a text with an address in each line, or of a metalink. */
  static List<URI> mirrors(byte[] list) {
    String text = new String(list, StandardCharsets.UTF_8);
    Stream<String> found = text.stripLeading().startsWith("<") ? linked(list) : text.lines();
    return found
        .map(String::strip)
        .filter(line -> line.matches("https?://[^\\s<>\"{}|\\\\^`]+"))
        .map(line -> URI.create(line.replaceFirst("/repodata/repomd\\.xml$", "")))
        .sorted(java.util.Comparator.comparing(uri -> !uri.getScheme().equals("https")))
        .toList();
  }

  private static Stream<String> linked(byte[] metalink) {
    var found = new ArrayList<String>();
    try {
      XMLStreamReader xml =
          RpmIndex.factory().createXMLStreamReader(new ByteArrayInputStream(metalink));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("url")) {
          found.add(xml.getElementText());
        }
      }
    } catch (XMLStreamException _) {
      return found.stream(); // what was understood before it is as good as ever
    }
    return found.stream();
  }
}
