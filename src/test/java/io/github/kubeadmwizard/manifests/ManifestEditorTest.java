package io.github.kubeadmwizard.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ManifestEditorTest {
  private static final ObjectName DAEMON = ObjectName.in("net", "DaemonSet", "node");
  private static final ObjectName SETTINGS = ObjectName.in("net", "ConfigMap", "settings");
  private static final String TEXT =
      """
      apiVersion: v1
      kind: List
      items:
        - apiVersion: v1
          kind: ConfigMap
          metadata: {name: settings, namespace: net}
          data:
            mtu: "0"
            plain: '{"ipam": {"type": "host-local"}, "plugins": [{"type": "a"}, {"type": "b"}]}'
            template: |-
              {"mtu": __MTU__, "file": "__FILE__", "ipam": {"type": "own"}}
      ---
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: node, namespace: net}
      spec:
        template:
          spec:
            initContainers:
              - {name: first, image: "quay.io/x/cni:v1"}
            containers:
              - name: agent
                image: quay.io/x/node:v1
                args: [--fast, --iface=a]
                env:
                  - {name: IP, value: autodetect}
                  - name: NODE
                    valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
      """;

  private static Manifest manifest() throws Manifest.NoObject {
    return Manifest.read("net v1", TEXT);
  }

  private static Object agent(Manifest manifest, String key) {
    return PodSpecs.of(manifest.objects())
        .flatMap(PodSpecs::containers)
        .filter(one -> "agent".equals(one.get("name")))
        .findFirst()
        .orElseThrow()
        .get(key);
  }

  private static Object data(Manifest manifest, String key) {
    return ((java.util.Map<?, ?>) manifest.object(SETTINGS).orElseThrow().get("data")).get(key);
  }

  @Test
  void theItemsOfAListAreObjectsLikeOthers() throws Manifest.NoObject {
    assertThat(manifest().objects())
        .extracting(one -> ObjectName.of(one).orElseThrow())
        .containsExactly(SETTINGS, DAEMON);
    assertThat(manifest().images()).containsExactly("quay.io/x/cni:v1", "quay.io/x/node:v1");
  }

  @Test
  void environmentVariablesAreSetAndAdded() throws Manifest.NoObject {
    var editor = manifest().edit();
    editor.object(DAEMON).container("agent").env("IP", "none").addEnv("POOL", "10.0.0.0/8");
    assertThat(agent(editor.done(), "env"))
        .isEqualTo(
            PlainTree.read(
                    """
                    env:
                      - {name: IP, value: none}
                      - name: NODE
                        valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
                      - {name: POOL, value: 10.0.0.0/8}
                    """)
                .get("env"));
  }

  @Test
  void aReferenceBecomesAValueWhereThatIsAskedFor() throws Manifest.NoObject {
    var editor = manifest().edit();
    editor.object(DAEMON).container("agent").putEnv("NODE", "n1");
    assertThat(agent(editor.done(), "env").toString())
        .isEqualTo("[{name=IP, value=autodetect}, {name=NODE, value=n1}]");
  }

  @Test
  void argumentsAndImagesAreReplaced() throws Manifest.NoObject {
    var editor = manifest().edit();
    var agent = editor.object(DAEMON).container("agent");
    agent.arg("--iface=a", "--iface=eth1").addArg("--more").image("quay.io/x/node:v1", "y:v2");
    assertThat(agent(editor.done(), "args")).isEqualTo(List.of("--fast", "--iface=eth1", "--more"));
    assertThat(editor.done().images()).containsExactly("quay.io/x/cni:v1", "y:v2");
  }

  @Test
  void everyImageIsRenamed() throws Manifest.NoObject {
    var renamed = manifest().edit().images(was -> was.replace("quay.io/", "10.0.0.1:5000/")).done();
    assertThat(renamed.images())
        .containsExactly("10.0.0.1:5000/x/cni:v1", "10.0.0.1:5000/x/node:v1");
  }

  @Test
  void aKeyOfAConfigMapIsReplaced() throws Manifest.NoObject {
    var editor = manifest().edit();
    editor.object(SETTINGS).data("mtu", "1400");
    assertThat(data(editor.done(), "mtu")).isEqualTo("1400");
  }

  @Test
  void jsonIsChangedByItsKeysAndKeepsItsPlaceholders() throws Manifest.NoObject {
    var editor = manifest().edit();
    editor
        .object(SETTINGS)
        .json("template", json -> json.at("ipam").add("assign_ipv6", "true"))
        .json("plain", json -> json.item("plugins", "type", "b").add("mtu", 1400));
    assertThat(data(editor.done(), "template"))
        .asString()
        .isEqualToIgnoringWhitespace(
            "{\"mtu\": __MTU__, \"file\": \"__FILE__\","
                + " \"ipam\": {\"type\": \"own\", \"assign_ipv6\": \"true\"}}");
    assertThat(data(editor.done(), "plain"))
        .asString()
        .isEqualToIgnoringWhitespace(
            "{\"ipam\": {\"type\": \"host-local\"},"
                + " \"plugins\": [{\"type\": \"a\"}, {\"type\": \"b\", \"mtu\": 1400}]}");
  }

  @Test
  void theManifestItselfStaysAsItWas() throws Manifest.NoObject {
    var manifest = manifest();
    var editor = manifest.edit();
    editor.object(DAEMON).container("agent").env("IP", "none");
    editor.remove(SETTINGS);
    assertThat(editor.done().objects()).hasSize(1);
    assertThat(manifest).isEqualTo(manifest());
  }

  static Stream<Arguments> misses() {
    return Stream.of(
        miss("Secret net/x", "metadata.name", e -> e.object(ObjectName.in("net", "Secret", "x"))),
        miss("DaemonSet net/node", "containers[x]", e -> e.object(DAEMON).container("x")),
        miss(
            "DaemonSet net/node",
            "initContainers[agent]",
            e -> e.object(DAEMON).initContainer("agent")),
        miss(
            "DaemonSet net/node",
            "containers[agent].env[MTU]",
            e -> e.object(DAEMON).container("agent").env("MTU", "1")),
        miss(
            "DaemonSet net/node",
            "containers[agent].env[NODE].value",
            e -> e.object(DAEMON).container("agent").env("NODE", "1")),
        miss(
            "DaemonSet net/node",
            "containers[agent].env[IP]",
            e -> e.object(DAEMON).container("agent").addEnv("IP", "1")),
        miss(
            "DaemonSet net/node",
            "initContainers[first].args",
            e -> e.object(DAEMON).initContainer("first").addArg("-x")),
        miss(
            "DaemonSet net/node",
            "containers[agent].args[-x]",
            e -> e.object(DAEMON).container("agent").arg("-x", "-y")),
        miss(
            "DaemonSet net/node",
            "containers[agent].image",
            e -> e.object(DAEMON).container("agent").image("a", "b")),
        miss("ConfigMap net/settings", "data.mut", e -> e.object(SETTINGS).data("mut", "1")),
        miss("ConfigMap net/settings", "data.mtu", e -> e.object(SETTINGS).json("mtu", _ -> {})),
        miss(
            "ConfigMap net/settings",
            "data.plain.ipam.range",
            e -> e.object(SETTINGS).json("plain", j -> j.at("ipam").set("range", "x"))),
        miss(
            "ConfigMap net/settings",
            "data.plain.ipam.type",
            e -> e.object(SETTINGS).json("plain", j -> j.at("ipam").add("type", "x"))));
  }

  private static Arguments miss(String object, String field, Consumer<ManifestEditor> edit) {
    return Arguments.of(object, field, edit);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("misses")
  void anEditThatFindsNothingNamesObjectAndField(
      String object, String field, Consumer<ManifestEditor> edit) throws Manifest.NoObject {
    var editor = manifest().edit();
    assertThatThrownBy(() -> edit.accept(editor))
        .isInstanceOfSatisfying(
            EditRefused.class,
            refused ->
                assertThat(refused.problem().why())
                    .isEqualTo(Message.of("manifests.otherMake.why", "net v1", object, field)));
  }
}
