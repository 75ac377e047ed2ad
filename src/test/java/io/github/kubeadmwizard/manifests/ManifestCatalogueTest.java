package io.github.kubeadmwizard.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.manifests.UpstreamManifest.PublishedFile;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
    assertThat(all().flatMap(one -> one.files().stream()).map(PublishedFile::path))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAddressIsOfThatVersion(UpstreamManifest one) {
    for (PublishedFile file : one.files()) {
      assertThat(file.path()).contains(one.version());
      file.address()
          .ifPresent(address -> {
            assertThat(address.getScheme()).isEqualTo("https");
            assertThat(address.getPath()).contains("/" + one.version() + "/");
          });
    }
  }

  @Test
  void aManifestOfManyFilesHasThemBelowOneAddressInOneFolder() {
    var setup = ManifestCatalogue.load().of("kube-prometheus-setup");
    assertThat(setup.files()).hasSize(11);
    assertThat(ManifestCatalogue.load().of("kube-prometheus").files()).hasSize(84);
    assertThat(setup.files().getLast())
        .isEqualTo(
            new PublishedFile(
                "kube-prometheus-v0.18.0/setup/namespace.yaml",
                "b1203a107dad0d01d2024178b2006f0d3bad911202d1fe0e9474ec822066ac7f",
                Optional.of(
                    URI.create(
                        "https://raw.githubusercontent.com/prometheus-operator/kube-prometheus/v0.18.0/manifests/setup/namespace.yaml"))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void upstreamsFilesAreThoseVeryOnes(UpstreamManifest one) throws Exception {
    var texts = new StringBuilder();
    for (PublishedFile file : one.files()) {
      byte[] bytes = Upstream.bytes(file);
      assertThat(Sha256.of(bytes)).isEqualTo(file.sha256());
      texts.append(new String(bytes, StandardCharsets.UTF_8));
    }
    var manifest = Upstream.manifest(one.name());
    assertThat(one.images()).containsAll(manifest.images());
    assertThat(one.images()).allMatch(texts.toString()::contains); // some in fields of other kinds
    assertThat(PlainTree.readAll(manifest.text())).isEqualTo(manifest.objects());
  }
}
