package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.Mirror;
import io.github.kubeadmwizard.cluster.Mirrors;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is said of where things come from, once a mirror is named. */
final class OriginsTest {
  private static final Mirrors MIRRORS = Mirrors.of(PlainTree.read(Assets.text(Mirrors.ASSET)));

  private final TestCluster cluster = TestCluster.ofThree();

  private static Optional<Mirror> named(String id) {
    return MIRRORS.all().stream().filter(mirror -> mirror.id().equals(id)).findFirst();
  }

  private List<String> said() {
    return Origins.of(cluster.spec()).stream().map(English::say).toList();
  }

  @Test
  void whereNoMirrorIsNamedNothingIsSaid() {
    assertThat(said()).isEmpty();
    cluster.images(new ImagesSpec("r.lan/k8s", new TreeMap<>()));
    assertThat(said()).isEmpty();
  }

  @Test
  void whatAMirrorLacksIsSaidToComeFromUpstream() {
    cluster
        .packages(PackagesSpec.DEFAULT.at(named("aliyun")))
        .images(ImagesSpec.DEFAULT.at(named("aliyun")));
    cluster.addons(new AddonSpec.MetricsServer(false));
    assertThat(said())
        .containsExactly(
            "Packages: from Aliyun: Kubernetes"
                + " (https://mirrors.aliyun.com/kubernetes-new/core/stable), containerd"
                + " (https://mirrors.aliyun.com/docker-ce).",
            "Images: from Aliyun: kubeadm (registry.aliyuncs.com/google_containers); from upstream"
                + " all the same: ghcr.io, registry.k8s.io.");
    cluster.runtime(RuntimeSpec.DEFAULT.withName(RuntimeSpec.Name.CRI_O));
    assertThat(said().getFirst())
        .endsWith(
            "from upstream all the same: CRI-O"
                + " (https://download.opensuse.org/repositories/isv:/cri-o:/stable:).");
    cluster.runtime(RuntimeSpec.DEFAULT.withName(RuntimeSpec.Name.DOCKER));
    assertThat(said().getFirst())
        .endsWith("from upstream all the same: cri-dockerd (https://github.com).");
    cluster.images(ImagesSpec.DEFAULT.at(named("daocloud"))); // of which Docker hears nothing
    assertThat(said().getLast())
        .isEqualTo("Images: from upstream all the same: ghcr.io, registry.k8s.io.");
  }

  @Test
  void whatTheUserSaysHimselfIsHisOwn() {
    var own =
        new PackagesSpec.Own(
            Optional.empty(), Optional.of("http://10.0.0.9/d"), Optional.empty(), Optional.empty());
    var mirrors = new TreeMap<String, String>();
    mirrors.put("ghcr.io", "http://10.0.0.9:5000");
    cluster
        .packages(PackagesSpec.DEFAULT.at(named("ustc")).with(own))
        .images(ImagesSpec.DEFAULT.at(named("daocloud")).withMirrors(mirrors));
    assertThat(said())
        .containsExactly(
            "Packages: from USTC: Kubernetes"
                + " (https://mirrors.ustc.edu.cn/kubernetes/core:/stable:); from addresses of your"
                + " own: containerd (http://10.0.0.9/d).",
            "Images: from DaoCloud: registry.k8s.io (https://k8s.m.daocloud.io); from addresses of"
                + " your own: ghcr.io (http://10.0.0.9:5000).");
  }

  @Test
  void inChineseTheMirrorHasItsChineseName() {
    cluster.packages(PackagesSpec.DEFAULT.at(named("tuna")));
    assertThat(new Words(Locale.SIMPLIFIED_CHINESE).say(Origins.of(cluster.spec()).getFirst()))
        .startsWith("软件包：来自“清华大学 TUNA”：Kubernetes (https://mirrors.tuna.tsinghua.edu.cn");
  }

  @Test
  void outOfABundleNothingComesFromAnywhereElse() {
    cluster.packages(PackagesSpec.DEFAULT.at(named("tuna")).from(Optional.of("/srv/offline")));
    cluster.images(ImagesSpec.DEFAULT.at(named("daocloud")));
    assertThat(said()).isEmpty();
  }
}
