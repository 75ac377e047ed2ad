package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Texts of earlier days, and what the tests ask of what came of them. */
final class Samples {
  static final Words ENGLISH = new Words(Locale.ENGLISH);

  /** All of them, by file name. */
  static final List<String> ALL =
      List.of(
          "v1alpha1-oldest.yaml",
          "v1alpha1-tutorial.yaml",
          "v1alpha2-printed.yaml",
          "v1alpha3-ha.yaml",
          "v1beta1.yaml",
          "v1beta2.yaml",
          "v1beta3.yaml",
          "v1beta3-join.yaml",
          "v1beta4.yaml",
          "pasted-init.txt",
          "pasted-join.txt");

  private static final OldKubeadm READER = new OldKubeadm(KubernetesCatalogue.load());

  private Samples() {}

  static String text(String name) {
    try (var stream = Samples.class.getResourceAsStream("/migrate/" + name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Migration.Done done(String text) {
    return (Migration.Done) READER.read(text);
  }

  static Migration.Refused refused(String text) {
    return (Migration.Refused) READER.read(text);
  }

  /** A MasterConfiguration of v1alpha2 with these fields; they begin on line 3. */
  static Migration.Done master(String fields) {
    return done("apiVersion: kubeadm.k8s.io/v1alpha2\nkind: MasterConfiguration\n" + fields);
  }

  /** A ClusterConfiguration of v1beta2 with these fields; they begin on line 3. */
  static Migration.Done cluster(String fields) {
    return done("apiVersion: kubeadm.k8s.io/v1beta2\nkind: ClusterConfiguration\n" + fields);
  }

  /** An InitConfiguration of v1beta2 with these fields; they begin on line 3. */
  static Migration.Done init(String fields) {
    return done("apiVersion: kubeadm.k8s.io/v1beta2\nkind: InitConfiguration\n" + fields);
  }

  /** The changes that have a place in the old text: {@code 3:1 DROPPED from → to: why}. */
  static List<String> told(Migration.Done done) {
    return done.changes().stream()
        .filter(change -> !change.from().isEmpty())
        .map(Samples::line)
        .toList();
  }

  /** The changes that the old text does not speak of: {@code NEEDED to: why}. */
  static List<String> unsaid(Migration.Done done) {
    return done.changes().stream()
        .filter(change -> change.from().isEmpty())
        .map(change ->
            change.kind() + " " + change.to().orElse("") + ": " + ENGLISH.say(change.why()))
        .toList();
  }

  private static String line(Change change) {
    return change.line()
        + ":"
        + change.column()
        + " "
        + change.kind()
        + " "
        + change.from()
        + change.to().map(to -> " → " + to).orElse("")
        + ": "
        + ENGLISH.say(change.why());
  }

  /** What is laid over, as it stands below {@code kubeadm} in the cluster file. */
  static Object overlay(Migration.Done done) {
    return done.cluster().kubeadm().documents();
  }
}
