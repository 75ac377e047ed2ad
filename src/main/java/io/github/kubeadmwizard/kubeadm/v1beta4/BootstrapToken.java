package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import io.github.kubeadmwizard.kubeadm.tree.GoDuration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token that nodes join with. Source: kubeadm bootstraptoken/v1: BootstrapToken.
 *
 * @param token {@code [a-z0-9]{6}.[a-z0-9]{16}}; a secret, so a placeholder in what is shown
 * @param ttl null: 24h
 * @param expires RFC 3339; excludes {@code ttl}
 * @param usages null: signing and authentication
 * @param groups null: kubeadm's default node token group
 */
public record BootstrapToken(
    String token,
    @Nullable String description,
    @Nullable GoDuration ttl,
    @Nullable String expires,
    @Nullable List<String> usages,
    @Nullable List<String> groups) {
  public BootstrapToken {
    usages = Frozen.list(usages);
    groups = Frozen.list(groups);
  }
}
