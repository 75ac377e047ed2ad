package io.github.kubeadmwizard.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The documentation in one language, as the build put it beside the classes. A document that is not
 * there in it is taken in English. What was read once stays known to all.
 */
public final class Library {
  /** The document that names all others, in their order. */
  public static final String INDEX = "index.md";

  private static final String ROOT = "/docs/";
  private static final String CHINESE = "zh_CN/";
  private static final Map<String, Document> READ = new ConcurrentHashMap<>(); // by file
  private static final Pattern ADDRESS = Pattern.compile("(?i)(https?:|mailto:).*");

  private final String language;

  /** In the language of this locale. */
  public Library(Locale locale) {
    language = locale.getLanguage().equals("zh") ? CHINESE : "";
  }

  /** A document by its name without a language, such as {@code wizard.md}. */
  public Optional<Document> document(String name) {
    return file(name).map(file -> READ.computeIfAbsent(file, _ -> load(file, name)));
  }

  /** Whether a document was read, or is not there: asking for it takes no time. */
  public boolean isRead(String name) {
    return file(name).map(READ::containsKey).orElse(true);
  }

  private static Document load(String file, String name) {
    String text = text(file).orElseThrow();
    return name.endsWith(".md")
        ? MarkdownReader.read(file, text)
        : new Document(
            file,
            name,
            List.of(
                new Block.Heading(1, Prose.plain(name), name),
                new Block.Code(text.stripTrailing())));
  }

  /**
   * Whether a document has an anchor of its own of this name; the document is not parsed for it.
   */
  public boolean has(Place place) {
    return file(place.document())
        .flatMap(Library::text)
        .filter(text -> text.contains("<a id=\"" + place.anchor() + "\">"))
        .isPresent();
  }

  /** Whether it is in another language than was asked for. */
  public boolean isForeign(Document document) {
    return !document.file().isEmpty() && !document.file().startsWith(language);
  }

  /** Where a link of a document leads; the same document in the other language is nowhere. */
  public Target target(Document from, String link) {
    if (ADDRESS.matcher(link).matches()) {
      return new Target.Outside(link);
    }
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    String anchor = hash < 0 ? "" : link.substring(hash + 1);
    String name = path.isEmpty() ? from.file() : beside(from.file(), path);
    String plain = withoutLanguage(name);
    boolean toItsTwin = anchor.isEmpty() && plain.equals(withoutLanguage(from.file()));
    return !toItsTwin && file(plain).isPresent()
        ? new Target.Inside(new Place(plain, anchor))
        : new Target.Nowhere();
  }

  private static String withoutLanguage(String file) {
    return file.startsWith(CHINESE) ? file.substring(CHINESE.length()) : file;
  }

  private static String beside(String file, String path) {
    return Path.of(file).resolveSibling(path).normalize().toString().replace('\\', '/');
  }

  private Optional<String> file(String name) {
    return java.util.stream.Stream.of(language + name, name).filter(Library::exists).findFirst();
  }

  private static boolean exists(String file) {
    return file.matches("(?!\\.\\.).+\\.(md|yaml)")
        && Library.class.getResource(ROOT + file) != null;
  }

  private static Optional<String> text(String file) {
    try (InputStream stream = Library.class.getResourceAsStream(ROOT + file)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(ROOT + file, e);
    }
  }
}
