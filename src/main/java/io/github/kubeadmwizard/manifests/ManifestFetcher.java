package io.github.kubeadmwizard.manifests;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.manifests.UpstreamManifest.PublishedFile;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings manifests to this computer: from the cache, or from their place by checksum. May take
 * minutes; never on the screen's thread.
 */
public final class ManifestFetcher {
  /** This computer, where a problem names the host on which it is. */
  static final HostName HERE = new HostName("localhost");

  private static final int NOT_FOUND = 404;

  private final UserDirectories directories;
  private final ManifestCache cache;
  private final Download download;

  public ManifestFetcher(UserDirectories directories, ManifestCache cache, Download download) {
    this.directories = directories;
    this.cache = cache;
    this.download = download;
  }

  /**
   * All of these manifests.
   *
   * @param place {@code manifests:} of the cluster file; empty: upstream
   * @param says hears what is being fetched from where
   * @throws ManifestUnavailable if one of them is not to be had
   */
  public Manifests fetch(List<ManifestWish> wishes, Optional<String> place, Consumer<Message> says)
      throws ManifestUnavailable {
    var from = ManifestPlace.of(place, directories);
    Map<String, Manifest> byName = new LinkedHashMap<>();
    for (ManifestWish wish : wishes) {
      byName.put(
          wish.name(),
          switch (wish) {
            case ManifestWish.OfUpstream(var manifest) -> upstreams(manifest, from, says);
            case ManifestWish.OfTheUser(String own) -> read(own, own(own, says));
          });
    }
    return new Manifests(byName);
  }

  private Manifest upstreams(UpstreamManifest manifest, ManifestPlace from, Consumer<Message> says)
      throws ManifestUnavailable {
    String name = manifest.name() + " " + manifest.version();
    var whole = new Manifest(name, List.of());
    for (PublishedFile file : manifest.files()) {
      whole = whole.with(read(name, upstreams(manifest, file, from, says)));
    }
    return whole;
  }

  private byte[] upstreams(
      UpstreamManifest manifest, PublishedFile file, ManifestPlace from, Consumer<Message> says)
      throws ManifestUnavailable {
    Optional<byte[]> kept = cache.get(file.sha256());
    if (kept.isPresent()) {
      return kept.get();
    }
    Source source = source(manifest, file, from);
    byte[] bytes = source.bytes(says);
    String sum = Sha256.of(bytes);
    if (!sum.equals(file.sha256())) {
      throw ManifestUnavailable.told(
          "manifests.checksum",
          manifest.name(),
          manifest.version(),
          source.said(),
          file.sha256(),
          sum);
    }
    cache.keep(sum, bytes);
    return bytes;
  }

  private Source source(UpstreamManifest manifest, PublishedFile file, ManifestPlace from)
      throws ManifestUnavailable {
    return switch (from) {
      case ManifestPlace.Directory(Path directory) -> {
        if (!Files.isDirectory(directory)) {
          throw ManifestUnavailable.told(
              "manifests.noDirectory", directory.toString(), file.path());
        }
        yield new OnDisk(directory.resolve(file.path()));
      }
      case ManifestPlace.Address(URI base) -> new OnTheNet(base.resolve(file.path()));
      case ManifestPlace.Upstream() ->
          new OnTheNet(
              file.address()
                  .orElseThrow(() ->
                      ManifestUnavailable.told(
                          "manifests.notPublished",
                          manifest.name(),
                          manifest.version(),
                          file.path())));
    };
  }

  private byte[] own(String place, Consumer<Message> says) throws ManifestUnavailable {
    Source source =
        place.contains("://")
            ? new OnTheNet(URI.create(place))
            : new OnDisk(directories.expand(place).toAbsolutePath());
    return source.bytes(says);
  }

  private static Manifest read(String name, byte[] bytes) throws ManifestUnavailable {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var manifest = Manifest.read(name, text);
      if (manifest.objects().isEmpty()) {
        throw ManifestUnavailable.told("manifests.empty", name);
      }
      return manifest;
    } catch (CharacterCodingException _) {
      throw ManifestUnavailable.told("manifests.notText", name);
    } catch (YamlException e) {
      throw ManifestUnavailable.told(
          "manifests.notYaml",
          name,
          String.valueOf(e.at().line()),
          String.valueOf(e.at().column()),
          e.what());
    } catch (Manifest.NoObject e) {
      throw ManifestUnavailable.told("manifests.noObject", name, String.valueOf(e.number()));
    }
  }

  /** Where one file is. */
  private sealed interface Source {
    String said();

    byte[] bytes(Consumer<Message> says) throws ManifestUnavailable;
  }

  private record OnDisk(Path file) implements Source {
    @Override
    public String said() {
      return file.toString();
    }

    @Override
    public byte[] bytes(Consumer<Message> says) throws ManifestUnavailable {
      if (!Files.isRegularFile(file)) {
        throw ManifestUnavailable.told("manifests.noFile", said());
      }
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw ManifestUnavailable.told(
            "manifests.unreadable", said(), String.valueOf(e.getMessage()));
      }
    }
  }

  private final class OnTheNet implements Source {
    private final URI address;

    private OnTheNet(URI address) {
      this.address = address;
    }

    @Override
    public String said() {
      return address.toString();
    }

    @Override
    public byte[] bytes(Consumer<Message> says) throws ManifestUnavailable {
      says.accept(Message.of("manifests.fetching", said()));
      try {
        return download.get(address);
      } catch (Download.Refused e) {
        throw e.status() == NOT_FOUND
            ? ManifestUnavailable.told("manifests.notFound", said())
            : ManifestUnavailable.told("manifests.refused", said(), String.valueOf(e.status()));
      } catch (IOException e) {
        throw ManifestUnavailable.told("manifests.unreachable", said(), Cause.of(e));
      }
    }
  }
}
