package io.github.kubeadmwizard.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.bundle.RpmNeed.Named;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RpmClosureTest {
  private final List<RpmPackage> offered = new ArrayList<>();

  /** A package; what begins with + it provides, what with a slash is a file of it. */
  private RpmClosureTest offer(String name, String version, String... more) {
    var has = RpmVersion.parse(version);
    var provides =
        Stream.concat(
                Stream.of(new Named(name, "=", has)),
                Stream.of(more).filter(m -> m.startsWith("+")).map(m -> Named.any(m.substring(1))))
            .toList();
    offered.add(
        new RpmPackage(
            name,
            has,
            "x86_64",
            provides,
            Stream.of(more).filter(m -> m.startsWith("/")).toList(),
            Stream.of(more).filter(m -> m.matches("[^+/].*")).map(RpmClosureTest::need).toList(),
            new BundleFile(name + "-" + version + ".rpm", 3, "a".repeat(64))));
    return this;
  }

  private static RpmNeed need(String text) {
    return text.startsWith("(")
        ? RpmExpression.parse(text)
        : ((RpmNeed.All) RpmExpression.parse("(" + text.replaceFirst("^needs ", "") + " and bash)"))
            .needs()
            .getFirst();
  }

  private RpmClosure take(PackageWish... wishes) {
    return new RpmClosure(offered).take(List.of(wishes));
  }

  private static List<String> taken(RpmClosure closure) {
    return closure.packages().stream().map(p -> p.name() + "-" + p.version()).toList();
  }

  private void system() {
    offer("bash", "5-1", "/usr/bin/sh", "libc.so.6(GLIBC_2.34)(64bit)")
        .offer("glibc", "2.34-1", "+libc.so.6(GLIBC_2.34)(64bit)", "glibc-langpack")
        .offer("glibc-langpack-en", "2.34-1", "+glibc-langpack")
        .offer("glibc-langpack-zh", "2.34-1", "+glibc-langpack");
  }

  @Test
  void theVersionThatIsWantedComesWithWhatItNeedsButNotWithWhatEveryHostHas() {
    system();
    offer("kubelet", "1.36.4-1", "kubernetes-cni >= 1.2", "needs /usr/bin/sh", "conntrack-tools")
        .offer("kubelet", "1.36.5-1", "kubernetes-cni >= 9")
        .offer("kubernetes-cni", "1.1.0-1")
        .offer("kubernetes-cni", "1.9.1-1", "libc.so.6(GLIBC_2.34)(64bit)")
        .offer("conntrack-tools", "1.4-1", "libnfnetlink.so.0()(64bit)")
        .offer("libnfnetlink", "1.0-2", "+libnfnetlink.so.0()(64bit)");

    RpmClosure closure = take(new PackageWish("kubelet", "1.36.4", true));

    assertThat(taken(closure))
        .containsExactly(
            "kubelet-1.36.4-1",
            "kubernetes-cni-1.9.1-1",
            "conntrack-tools-1.4-1",
            "libnfnetlink-1.0-2");
    assertThat(List.of(closure.unmet(), closure.missing(), closure.assumed()))
        .containsOnly(List.of());
  }

  @Test
  void whatEveryHostHasComesWhereAVersionOfItIsAskedFor() {
    system();
    offer("runc", "1-1", "glibc >= 2.30").offer("other", "1-1", "glibc-langpack");
    assertThat(taken(take(PackageWish.of("runc")))).startsWith("runc-1-1", "glibc-2.34-1");
    assertThat(taken(take(PackageWish.of("other"))))
        .as("which of several a host has is not known")
        .containsExactly("other-1-1", "glibc-langpack-en-2.34-1");
  }

  @Test
  void expressionsAreUnderstood() {
    offer("containerd.io", "2-1", "(container-selinux >= 2:2.74 if selinux-policy)")
        .offer("container-selinux", "3:2.2-1")
        .offer("docker-ce", "29-1", "(iptables or nftables)", "(libcgroup >= 1 with libcgroup < 3)")
        .offer("nftables", "1-1")
        .offer("libcgroup", "2-1")
        .offer("libcgroup", "4-1")
        .offer("plain", "1-1", "(nowhere if podman)");
    assertThat(taken(take(PackageWish.of("containerd.io"))))
        .containsExactly("containerd.io-2-1", "container-selinux-3:2.2-1");
    assertThat(taken(take(PackageWish.of("docker-ce")))).contains("nftables-1-1", "libcgroup-2-1");
    assertThat(take(PackageWish.of("plain")).missing()).isEmpty();
  }

  @Test
  void whatNobodyOffersIsNamedWithWhoNeedsIt() {
    offer("kubelet", "1.36.4-1", "conntrack-tools >= 2", "needs /usr/share/rules")
        .offer("conntrack-tools", "1.4-1");
    RpmClosure closure = take(PackageWish.of("kubelet"), PackageWish.of("nowhere"));
    assertThat(closure.missing())
        .containsExactly(new RpmClosure.Missing("conntrack-tools >= 2", "kubelet-1.36.4-1.x86_64"));
    assertThat(closure.unmet()).containsExactly(PackageWish.of("nowhere"));
    assertThat(closure.assumed()).containsExactly("/usr/share/rules");
  }
}
