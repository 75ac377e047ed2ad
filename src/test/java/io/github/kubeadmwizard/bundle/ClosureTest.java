package io.github.kubeadmwizard.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.Action.PackageWish;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClosureTest {
  private static String stanza(String name, String version, String more) {
    return """
    Package: %s
    Version: %s
    Filename: pool/%s_%s.deb
    Size: 3
    SHA256: %s
    %s

    """
        .formatted(name, version, name, version, "a".repeat(64), more);
  }

  private static Closure closure(String index, PackageWish... wishes) {
    return new Closure(DebianPackage.read(index)).take(List.of(wishes));
  }

  private static List<String> names(Closure closure) {
    return closure.packages().stream().map(p -> p.name() + "=" + p.version().text()).toList();
  }

  @Test
  void theVersionThatIsWantedComesWithWhatItNeedsButNotWithWhatEverySystemHas() {
    String index =
        stanza("kubelet", "1.36.4-1.1", "Depends: kubernetes-cni (>= 1.2.0), libc6 (>= 2.3), mount")
            + stanza("kubelet", "1.36.5-1.1", "Depends: kubernetes-cni (>= 9)")
            + stanza("kubernetes-cni", "1.1.0-1", "")
            + stanza("kubernetes-cni", "1.9.1-1", "Pre-Depends: ethtool:any")
            + stanza("libc6", "2.41", "Priority: required")
            + stanza("ethtool", "1:6", "Recommends: nowhere\nEssential: no");

    var closure = closure(index, new PackageWish("kubelet", "1.36.4", true));

    assertThat(names(closure))
        .containsExactly("kubelet=1.36.4-1.1", "kubernetes-cni=1.9.1-1", "ethtool=1:6");
    assertThat(closure.absent()).containsExactly("mount");
    assertThat(closure.unmet()).isEmpty();
  }

  @Test
  void ofAlternativesTheFirstThatIsThereOrOneThatComesAnyway() {
    String index =
        stanza("a", "1", "Depends: none | b | c, virtual, c2 (= 2) | c")
            + stanza("b", "1", "")
            + stanza("c", "1", "")
            + stanza("c2", "1", "")
            + stanza("real", "1", "Provides: virtual (= 1), other");

    assertThat(names(closure(index, PackageWish.of("a"))))
        .containsExactly("a=1", "b=1", "real=1", "c=1");
    assertThat(names(closure(index, PackageWish.of("c"), PackageWish.of("a"))))
        .containsExactly("c=1", "a=1", "real=1");
  }

  @Test
  void whatNobodyHasIsSaid() {
    var wish = new PackageWish("kubeadm", "1.37", true);
    assertThat(closure(stanza("kubeadm", "1.36.4-1.1", ""), wish).unmet()).containsExactly(wish);
  }
}
