package io.github.kubeadmwizard.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.yaml.PlainTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ManifestCatalogueTest {
  static Stream<UpstreamManifest> all() {
    return ManifestCatalogue.load().all().stream();
  }

  @Test
  void noNameAndNoFileStandsTwice() {
    assertThat(all().map(UpstreamManifest::name)).doesNotHaveDuplicates().contains("calico");
    assertThat(all().map(UpstreamManifest::file)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAddressIsOfThatVersion(UpstreamManifest one) {
    assertThat(one.file()).contains(one.version());
    one.address()
        .ifPresent(address -> {
          assertThat(address.getScheme()).isEqualTo("https");
          assertThat(address.getPath()).contains("/" + one.version() + "/");
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void upstreamsFileIsThatVeryOne(UpstreamManifest one) throws IOException, Manifest.NoObject {
    byte[] bytes = Upstream.bytes(one);
    assertThat(Sha256.of(bytes)).isEqualTo(one.sha256());
    var text = new String(bytes, StandardCharsets.UTF_8);
    var manifest = Manifest.read(one.name(), text);
    assertThat(one.images()).containsAll(manifest.images());
    assertThat(one.images()).allMatch(text::contains); // some stand in fields of another kind
    assertThat(PlainTree.readAll(manifest.text())).isEqualTo(manifest.objects());
  }
}
