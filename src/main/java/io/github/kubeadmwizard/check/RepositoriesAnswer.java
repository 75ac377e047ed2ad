package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.PackageSource;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** One source that does not answer breaks every call of the package tool. */
final class RepositoriesAnswer implements HostCheck {
  @Override
  public String id() {
    return "Repositories";
  }

  @Override
  public Group group() {
    return Group.PACKAGES;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    if (!at.spec().usesPackages() || at.spec().packages().bundle().isPresent()) {
      return Optional.empty();
    }
    var silent = SilentSources.of(at.facts(), at.requirements());
    if (silent.isEmpty()) {
      return Optional.of(
          Verdict.passed(Message.of("check.short.ok"), Message.of("check.read.repositories")));
    }
    var names = silent.stream().map(source -> source.uri() + " (" + source.file() + ")").toList();
    var read = Message.of("check.read.repositoriesSilent", names);
    var shortly = Verdict.value(silent.getFirst().id());
    boolean disabled =
        at.spec().prepare().disableBrokenRepositories()
            && silent.stream().allMatch(PackageSource::thirdParty);
    return Optional.of(
        disabled ? Verdict.setByInstall(shortly, read) : Verdict.blocks(shortly, read));
  }
}
