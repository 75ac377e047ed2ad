package io.github.kubeadmwizard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatusCommandTest {
  private static final String OBJECTS =
      """
      {"kind":"List","items":[
       {"kind":"Node","metadata":{"name":"n1","labels":{"node-role.kubernetes.io/control-plane":""}},
        "status":{"conditions":[{"type":"MemoryPressure","status":"False"},
         {"type":"Ready","status":"True","reason":"KubeletReady"}],
         "nodeInfo":{"kubeletVersion":"v1.36.4","containerRuntimeVersion":"containerd://2.3.7"},
         "addresses":[{"type":"Hostname","address":"n1"},{"type":"InternalIP","address":"10.0.0.1"}]}},
       {"kind":"Node","metadata":{"name":"n2"},
        "status":{"conditions":[{"type":"Ready","status":"False","reason":"KubeletNotReady",
         "message":"cni plugin not initialized"}],
         "nodeInfo":{"kubeletVersion":"v1.36.4","containerRuntimeVersion":"containerd://1.7.24"},
         "addresses":[{"type":"InternalIP","address":"10.0.0.2"}]}},
       {"kind":"Pod","metadata":{"name":"etcd-n1","namespace":"kube-system"},
        "spec":{"nodeName":"n1","containers":[{}]},
        "status":{"phase":"Running","containerStatuses":[{"ready":true,"restartCount":2}]}},
       {"kind":"Pod","metadata":{"name":"kube-proxy-x","namespace":"kube-system"},
        "spec":{"nodeName":"n2","containers":[{}]},
        "status":{"phase":"Pending","containerStatuses":[{"ready":false,"restartCount":0,
         "state":{"waiting":{"reason":"ImagePullBackOff"}}}]}},
       {"kind":"Pod","metadata":{"name":"coredns-y","namespace":"kube-system"},
        "spec":{"containers":[{}]},
        "status":{"phase":"Pending","conditions":[{"type":"PodScheduled","status":"False",
         "reason":"Unschedulable"}]}},
       {"kind":"Pod","metadata":{"name":"web","namespace":"default"},"spec":{"containers":[{}]},
        "status":{"phase":"Running"}}]}
      """;
  private static final String CERTIFICATES =
      """
      {"apiVersion":"output.kubeadm.k8s.io/v1alpha3","kind":"CertificateExpirationInfo",
       "certificates":[
        {"name":"admin.conf","expirationDate":"2027-11-21T16:00:00Z","missing":false},
        {"name":"apiserver","expirationDate":null,"missing":true}],
       "certificateAuthorities":[
        {"name":"ca","expirationDate":"2036-11-18T16:34:12Z","missing":false}]}
      """;

  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(home);
  }

  private int status(List<String> said, String... more) {
    bench.hosts = fakes -> fakes.saying(_ -> said, 0);
    var args = new ArrayList<>(List.of("status", "-f", bench.file().toString()));
    args.addAll(List.of(more));
    return bench.run("", Locale.ENGLISH, args.toArray(String[]::new));
  }

  private static List<String> whole() {
    var lines = new ArrayList<String>();
    lines.add("\u001fobjects");
    OBJECTS.lines().forEach(lines::add);
    lines.add("\u001fend 0");
    lines.add("\u001fcertificates");
    CERTIFICATES.lines().forEach(lines::add);
    lines.add("\u001fend 0");
    return lines;
  }

  @Test
  void showsNodesWithTheReasonPodsOfTheSystemAndCertificates() {
    assertThat(status(whole())).isZero();
    assertThat(bench.out())
        .isEqualTo(
            """
            NODE  STATE     ROLES          VERSION  RUNTIME              ADDRESS
            n1    Ready     control-plane  v1.36.4  containerd://2.3.7   10.0.0.1
            n2    NotReady  -              v1.36.4  containerd://1.7.24  10.0.0.2
              n2 is not ready: KubeletNotReady: cni plugin not initialized

            POD           NAMESPACE    READY  STATE             RESTARTS  NODE
            etcd-n1       kube-system  1/1    Running           2         n1
            kube-proxy-x  kube-system  0/1    ImagePullBackOff  0         n2
            coredns-y     kube-system  0/1    Unschedulable     0

            CERTIFICATE  EXPIRES     DAYS LEFT
            admin.conf   2027-11-21  364
            apiserver    missing     -
            ca           2036-11-18  3650
            """);
    assertThat(bench.err()).isEqualTo("Connecting 1 host …\n");
  }

  @Test
  void tellsProgramsOnOneLine() {
    assertThat(status(whole(), "--json")).isZero();
    assertThat(bench.out())
        .startsWith(
            "{\"ready\":false,\"nodes\":[{\"name\":\"n1\",\"ready\":true,\"reason\":\"\","
                + "\"roles\":\"control-plane\",")
        .endsWith(
            "{\"name\":\"ca\",\"authority\":true,\"expires\":\"2036-11-18T16:34:12Z\","
                + "\"days\":3650}]}\n")
        .hasLineCount(1);
  }

  @Test
  void saysWhereThereIsNoClusterYet() {
    assertThat(status(List.of("\u001fnone"))).isEqualTo(1);
    assertThat(bench.err()).contains("n1 has no cluster");
  }

  @Test
  void saysWhenTheClusterDoesNotAnswer() {
    assertThat(status(List.of("\u001fobjects", "", "\u001fend 1"))).isEqualTo(1);
    assertThat(bench.err()).contains("The cluster does not answer.");
  }
}
