package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.facts.Kubernetes;
import io.github.kubeadmwizard.facts.Program;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sources: preflight, KubeletVersionCheck (a kubelet newer than the control plane: an error) and
 * KubernetesVersionCheck (a kubeadm older than the cluster: a warning). In a cluster that is there
 * already, newer packages under a control plane that stays are no upgrade: refused.
 */
record KubeletFits(String id, String program, Function<Kubernetes, Optional<Program>> read)
    implements HostCheck {

  /** The kubelet that is installed already. */
  static KubeletFits kubelet() {
    return new KubeletFits("KubeletVersion", "kubelet", Kubernetes::kubelet);
  }

  /** The kubeadm that is installed already. */
  static KubeletFits kubeadm() {
    return new KubeletFits("KubernetesVersion", "kubeadm", Kubernetes::kubeadm);
  }

  @Override
  public String words() {
    return "InstalledVersion";
  }

  @Override
  public Message title() {
    return Message.of("check.title.InstalledVersion", program);
  }

  @Override
  public Group group() {
    return Group.LEFTOVERS;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var installed = read.apply(at.facts().kubernetes()).flatMap(Program::version);
    var wanted = at.spec().kubernetes().toString();
    if (installed.isEmpty()) {
      return Optional.of(
          Verdict.setByInstall(
              Message.of("check.short.toInstall"),
              Message.of("check.read.notInstalled", program, wanted)));
    }
    var message = Message.of("check.read.installed", program, installed.get(), wanted);
    var shortly = Verdict.value(installed.get());
    int order = compare(Version.of(installed.get()), at.spec().kubernetes());
    if (order > 0) {
      return Optional.of(Verdict.blocks(shortly, message));
    }
    if (order < 0 && at.isMember()) {
      return Optional.of(
          Verdict.blocks(
              shortly, Message.of("check.read.upgrade", program, installed.get(), wanted)));
    }
    return Optional.of(
        order < 0 ? Verdict.setByInstall(shortly, message) : Verdict.passed(shortly, message));
  }

  /** By the minor, and by the patch only where the user says one. */
  private static int compare(Version installed, KubernetesVersion wanted) {
    var other =
        new Version(wanted.major(), wanted.minor(), wanted.patch().orElse(installed.patch()));
    return installed.compareTo(other);
  }
}
