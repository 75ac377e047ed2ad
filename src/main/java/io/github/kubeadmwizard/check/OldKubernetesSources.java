package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.PackageSource;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source of another minor beside ours gives the wrong packages; those up to 1.30 also carry
 * signatures that Debian 13 refuses. Source: kubernetes/release issue 3869.
 */
final class OldKubernetesSources implements HostCheck {
  private static final Pattern MINOR = Pattern.compile("/v(1\\.\\d+)/(?:deb|rpm)");

  @Override
  public String id() {
    return "KubernetesSource";
  }

  @Override
  public Group group() {
    return Group.PACKAGES;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    if (!at.spec().usesPackages()) {
      return Optional.empty();
    }
    var wanted = at.spec().kubernetes().minorText();
    var others =
        at.facts().packages().sources().stream()
            .filter(PackageSource::enabled)
            .filter(source -> minor(source).filter(m -> !m.equals(wanted)).isPresent())
            .map(source -> source.uri() + " (" + source.file() + ")")
            .toList();
    return Optional.of(
        others.isEmpty()
            ? Verdict.passed(Message.of("check.short.none"), Message.of("check.read.noOldSource"))
            : Verdict.warning(
                Message.of("check.short.other"), Message.of("check.read.oldSource", others)));
  }

  private static Optional<String> minor(PackageSource source) {
    return Optional.of(MINOR.matcher(source.uri() + "/"))
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }
}
