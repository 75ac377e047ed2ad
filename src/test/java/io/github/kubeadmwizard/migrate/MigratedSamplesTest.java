package io.github.kubeadmwizard.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.draft.ClusterFileResult;
import io.github.kubeadmwizard.draft.FileProblem;
import io.github.kubeadmwizard.kubeadm.OverlayCheck;
import io.github.kubeadmwizard.kubeadm.RealKubeadm;
import io.github.kubeadmwizard.kubeadm.tree.DocumentProblem;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has to hold for whatever is migrated, tried on every sample. */
final class MigratedSamplesTest {
  private static final ClusterFile FILES = ClusterFile.ofThisProgram();

  static Stream<String> all() {
    return Samples.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void realKubeadmAcceptsEveryFile(String name) throws IOException, InterruptedException {
    var kubeadm = RealKubeadm.find();
    assumeTrue(kubeadm.isPresent(), "no kubeadm at hand: set KW_KUBEADM");
    var files = Samples.done(Samples.text(name)).files();
    assertThat(files).isNotEmpty();
    for (KubeadmFile file : files) {
      var complaints = kubeadm.get().complaints(file.text(Samples.ENGLISH));
      assertThat(complaints).as(file.name()).doesNotContain("error:");
      assertThat(withoutAdvice(complaints)).as(file.name()).isIn("", "ok");
    }
  }

  /** A cache for DNS on the nodes is not what kubeadm recommends, and is accepted. */
  private static String withoutAdvice(String complaints) {
    return complaints
        .replaceAll("(?m)^W.*The recommended value for \"clusterDNS\".*\\R", "")
        .strip();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theClusterFileLacksNothingButAddresses(String name) {
    var done = Samples.done(Samples.text(name));
    var text = FILES.write(done.cluster());
    var needed =
        done.changes().stream()
            .filter(change -> change.kind() == Change.Kind.NEEDED)
            .flatMap(change -> change.to().stream())
            .filter(path -> path.endsWith(".address"))
            .toList();
    switch (FILES.read(name, text)) {
      case ClusterFileResult.Read(var spec) -> {
        assertThat(spec).isEqualTo(done.cluster());
        assertThat(needed).isEmpty();
      }
      case ClusterFileResult.Refused(var _, var problems) ->
          assertThat(problems).extracting(FileProblem::path).isEqualTo(needed);
    }
    assertThat(FILES.open(text).problems()).isEmpty();
    assertThat(FILES.open(text).spec()).isEqualTo(done.cluster());
    assertThat(OverlayCheck.check(done.cluster())).filteredOn(DocumentProblem::stops).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void noSecretIsCarriedOver(String name) {
    var done = Samples.done(Samples.text(name));
    var everything =
        FILES.write(done.cluster())
            + done.files().stream().map(file -> file.text(Samples.ENGLISH)).toList()
            + new ChangeText(Samples.ENGLISH).lines(done.changes())
            + new ChangeText(Samples.ENGLISH).lines(done.fileChanges());
    assertThat(everything)
        .doesNotContain(
            "f0c861", "9a08jv", "e6a2eb8581237ab72a4f494f30285ec12a9694d750b9785706a83");
    assertThat(FILES.write(done.cluster())).doesNotContain("abcdef.0123456789abcdef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1alpha1-oldest.yaml",
        "v1alpha1-tutorial.yaml",
        "v1alpha2-printed.yaml",
        "v1alpha3-ha.yaml",
        "v1beta1.yaml",
        "v1beta2.yaml",
        "v1beta3.yaml",
        "v1beta3-join.yaml",
        "v1beta4.yaml"
      })
  void everyFieldWithAValueIsAccountedFor(String name) {
    var changes = Samples.done(Samples.text(name)).changes();
    for (YamlNode document : YamlReader.readAll(Samples.text(name))) {
      for (String[] leaf : leaves(document, "")) {
        assertThat(changes)
            .as("line %s, %s", leaf[1], leaf[0])
            .anySatisfy(change -> {
              assertThat(leaf[0]).startsWith(change.from());
              assertThat(change.from()).isNotEmpty();
              assertThat(change.line()).isLessThanOrEqualTo(Integer.parseInt(leaf[1]));
            });
      }
    }
  }

  /** Path and line of each value; without the two that say what the document is. */
  private static List<String[]> leaves(YamlNode node, String path) {
    var leaves = new ArrayList<String[]>();
    switch (node) {
      case YamlNode.Mapping mapping -> {
        boolean ofAnotherTime =
            mapping.get("kind").map(PlainTree::of).filter("ClusterStatus"::equals).isPresent();
        mapping.entries().stream()
            .filter(entry -> !ofAnotherTime)
            .filter(entry -> !List.of("apiVersion", "kind").contains(entry.key().text()))
            .forEach(entry ->
                leaves.addAll(
                    leaves(
                        entry.value(),
                        path.isEmpty() ? entry.key().text() : path + "." + entry.key().text())));
      }
      case YamlNode.Sequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          leaves.addAll(leaves(sequence.items().get(i), path + "[" + i + "]"));
        }
      }
      case YamlNode.Scalar scalar -> {
        if (scalar.kind() != YamlNode.Kind.NOTHING && !scalar.text().isEmpty()) {
          leaves.add(new String[] {path, String.valueOf(scalar.at().line())});
        }
      }
    }
    return leaves;
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1beta3.yaml", "v1beta3-join.yaml"})
  void kubeadmItselfMigratesToTheSame(String name) throws IOException, InterruptedException {
    var kubeadm = RealKubeadm.find();
    assumeTrue(kubeadm.isPresent(), "no kubeadm at hand: set KW_KUBEADM");
    var text = Samples.text(name).replace("- mark-controlplane\n", ""); // left out, and said
    var theirs = comparable(kubeadm.get().migrated(text));
    var file = Samples.done(text).files().getFirst();
    var ours = comparable(kubeadm.get().migrated(file.text(Samples.ENGLISH)));
    assertThat(ours).isEqualTo(theirs);
  }

  /**
   * Without what is left out on purpose and said, and without a time limit that kubeadm 1.36 itself
   * sets to nothing when it migrates a file that is of the newest format already.
   */
  private static List<String> comparable(String yaml) {
    return PlainTree.readAll(yaml).stream()
        .map(Map::toString)
        .map(text ->
            text.replaceAll(
                "token=[a-z0-9]{6}\\.[a-z0-9]{16}, "
                    + "|, unsafeSkipCAVerification=true|, caCertHashes=\\[[^]]*]"
                    + "|, token=[a-z0-9]{6}\\.[a-z0-9]{16}"
                    + "|controlPlaneComponentHealthCheck=[^,]*, ",
                ""))
        .toList();
  }
}
