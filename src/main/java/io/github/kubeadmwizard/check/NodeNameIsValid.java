package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The node's name is an RFC 1123 subdomain. Sources: preflight, HostnameCheck; kubeadm validates
 * nodeRegistration.name as well, and stops.
 */
final class NodeNameIsValid implements HostCheck {
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int LONGEST = 63; // it also becomes a label's value

  @Override
  public String id() {
    return "Hostname";
  }

  @Override
  public Group group() {
    return Group.SYSTEM;
  }

  @Override
  public boolean soft() {
    return false;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var name = at.nodeName();
    var read = Message.of("check.read.nodeName", name);
    boolean valid =
        SUBDOMAIN.matcher(name).matches()
            && name.length() <= LONGEST
            && !name.equals("localhost")
            && !name.startsWith("localhost.");
    return Optional.of(
        valid
            ? Verdict.passed(Verdict.value(name), read)
            : Verdict.blocks(Verdict.value(name), read));
  }
}
