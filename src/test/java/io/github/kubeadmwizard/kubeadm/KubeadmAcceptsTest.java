package io.github.kubeadmwizard.kubeadm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kubeadmwizard.cluster.ChecksSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.kubeadm.tree.ConfigDocument;
import io.github.kubeadmwizard.kubeadm.tree.TreeReader;
import io.github.kubeadmwizard.kubeadm.tree.Trees;
import io.github.kubeadmwizard.kubeadm.v1beta4.ClusterConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.InitConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.JoinConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.KubeProxyConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.KubeletConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.ResetConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.UpgradeConfiguration;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.YamlWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The records against the real program, and against each other. */
final class KubeadmAcceptsTest {
  private static final List<Class<? extends Record>> KINDS =
      List.of(
          InitConfiguration.class,
          ClusterConfiguration.class,
          JoinConfiguration.class,
          ResetConfiguration.class,
          UpgradeConfiguration.class,
          KubeletConfiguration.class,
          KubeProxyConfiguration.class);

  static Stream<ClusterSpec> clusters() {
    var tainted = Clusters.host(1, Set.of(Role.CONTROL_PLANE), Map.of("a", "b"), "x=y:NoExecute");
    return Stream.of(
        Clusters.of(Clusters.both(1)),
        Clusters.of(Clusters.plane(1), Clusters.worker(2), Clusters.worker(3)),
        Clusters.of(tainted, Clusters.plane(2), Clusters.plane(3), Clusters.worker(4)),
        Clusters.with(
            Clusters.dualStack(),
            new ChecksSpec(List.of("NumCPU")),
            "",
            Clusters.both(1, "q:NoSchedule")),
        Clusters.with(
            NetworkSpec.DEFAULT,
            ChecksSpec.DEFAULT,
            """
            joinConfiguration: {timeouts: {discovery: 10m0s}}
            clusterConfiguration:
              apiServer: {extraArgs: [{name: audit-log-path, value: /var/log/a}], certSANs: [k.example.org]}
            kubeletConfiguration: {maxPods: 110, eventBurst: 10}
            kubeProxyConfiguration: {metricsBindAddress: "127.0.0.1:10249"}
            """,
            Clusters.plane(1),
            Clusters.worker(2)));
  }

  @ParameterizedTest
  @MethodSource("clusters")
  void everyDocumentThatWeMake(ClusterSpec spec) throws IOException, InterruptedException {
    var kubeadm = RealKubeadm.find();
    assumeTrue(kubeadm.isPresent(), "no kubeadm at hand: set KW_KUBEADM");
    var secrets =
        new JoinSecrets("abcdef.0123456789abcdef", "sha256:" + "0".repeat(64), "0".repeat(64));
    for (Words words : List.of(new Words(Locale.ENGLISH), new Words(Locale.SIMPLIFIED_CHINESE))) {
      var init = KubeadmDocuments.forInit(spec, InitFacts.of(Clusters.VERSION, Clusters.node(1)));
      assertThat(kubeadm.get().complaints(DocumentText.of(init.documents(), words))).isEmpty();
      for (HostSpec host : spec.joining().toList()) {
        int number = host.label().charAt(1) - '0';
        var join = KubeadmDocuments.forJoin(spec, host, Clusters.node(number), secrets);
        assertThat(kubeadm.get().complaints(DocumentText.of(List.of(join), words))).isEmpty();
      }
    }
  }

  @Test
  void everyFieldOfEveryRecord() throws IOException, InterruptedException {
    var kubeadm = RealKubeadm.find();
    assumeTrue(kubeadm.isPresent(), "no kubeadm at hand: set KW_KUBEADM");
    var complaints = new ArrayList<String>();
    for (List<Record> file : files()) {
      complaints.add(kubeadm.get().complaints(text(file)));
    }
    assertThat(complaints.removeLast()).contains(".TTL and .Expires fields are mutually exclusive");
    assertThat(complaints).hasSize(6).containsOnly("");
  }

  @Test
  void theFixtureSetsEveryFieldAndIsWrittenAsItWasRead() throws IOException {
    var seen = new TreeSet<String>();
    var all = new TreeSet<String>();
    var trees = PlainTree.readAll(fixture());
    var records = records();
    for (int i = 0; i < records.size(); i++) {
      assertThat(Trees.document((ConfigDocument) records.get(i))).isEqualTo(narrowed(trees.get(i)));
      collect(records.get(i), seen, all);
    }
    assertThat(all).hasSizeGreaterThan(180);
    assertThat(seen).isEqualTo(all);
  }

  private static String text(List<Record> file) {
    return YamlWriter.writeAll(
        file.stream().map(ConfigDocument.class::cast).map(Trees::document).toList());
  }

  private static List<Record> records() throws IOException {
    var records = new ArrayList<Record>();
    for (Map<String, Object> tree : PlainTree.readAll(fixture())) {
      var fields = new LinkedHashMap<>(tree);
      var apiVersion = fields.remove("apiVersion");
      var name = fields.remove("kind");
      var kind =
          KINDS.stream().filter(k -> k.getSimpleName().equals(name)).findFirst().orElseThrow();
      var reader = new TreeReader();
      var record = reader.read(kind, fields, kind.getSimpleName());
      assertThat(reader.problems()).isEmpty();
      assertThat(((ConfigDocument) record).apiVersion()).isEqualTo(apiVersion);
      records.add(record);
    }
    return records;
  }

  /** kubeadm wants init and join, reset and upgrade in files of their own. */
  private static List<List<Record>> files() throws IOException {
    var records = records();
    var files = new ArrayList<List<Record>>();
    files.add(records.subList(0, 4));
    records.subList(4, records.size()).forEach(record -> files.add(List.of(record)));
    return files;
  }

  private static String fixture() throws IOException {
    try (var stream = KubeadmAcceptsTest.class.getResourceAsStream("/kubeadm/every-field.yaml")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** YAML's numbers are long; the records know which are shorter. */
  private static Object narrowed(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<Object, Object>();
        map.forEach((k, v) ->
            copy.put(
                k,
                v instanceof Long l && !Set.of("podPidsLimit", "eventBurst").contains(k)
                    ? (Object) l.intValue()
                    : narrowed(v)));
        yield copy;
      }
      case List<?> list -> list.stream().map(KubeadmAcceptsTest::narrowed).toList();
      default -> value;
    };
  }

  private static void collect(Object value, Set<String> seen, Set<String> all) {
    if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, seen, all));
    } else if (value instanceof Record data) {
      for (RecordComponent component : data.getClass().getRecordComponents()) {
        String name = data.getClass().getName() + "." + component.getName();
        all.add(name);
        try {
          Object inner = component.getAccessor().invoke(data);
          if (inner != null) {
            seen.add(name);
            collect(inner, seen, all);
          }
        } catch (ReflectiveOperationException e) {
          throw new LinkageError("cannot read " + name, e);
        }
      }
    }
  }
}
