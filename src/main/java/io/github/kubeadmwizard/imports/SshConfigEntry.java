package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.HostForms;
import io.github.kubeadmwizard.text.Message;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What ssh would do for one name. Source of the tokens: ssh_config(5), TOKENS. */
final class SshConfigEntry {
  private final SshConfig config;
  private final String alias;

  SshConfigEntry(SshConfig config, String alias) {
    this.config = config;
    this.alias = alias;
  }

  Entry read() throws Refused {
    var address = address();
    return new Entry(
        address.equals(alias) || Cidr.isAddress(alias) ? Optional.empty() : Entry.nodeName(alias),
        address,
        port(),
        user(),
        key(address),
        Set.of(),
        Optional.empty());
  }

  private String address() throws Refused {
    var written = config.first("hostname", alias).orElse(alias);
    var address = replaced(written, Map.of('h', alias, 'n', alias)).orElse(written);
    if (!HostForms.isHost(address)) {
      throw new Refused(Message.of("imports.bad.host", Shown.of(address)));
    }
    return address;
  }

  private Optional<Integer> port() throws Refused {
    var port = config.first("port", alias);
    return port.isEmpty() ? Optional.empty() : Optional.of(Spot.port(port.get()));
  }

  private Optional<String> user() throws Refused {
    var user = config.first("user", alias);
    if (user.isPresent() && !HostForms.isLogin(user.get())) {
      throw new Refused(Message.of("imports.bad.user", Shown.of(user.get())));
    }
    return user;
  }

  /** The first key file; one whose path has parts that only ssh knows is left to the user. */
  private Optional<String> key(String address) {
    return config
        .first("identityfile", alias)
        .filter(file -> !file.equalsIgnoreCase("none") && !file.contains("${"))
        .flatMap(file -> replaced(file, Map.of('d', "~", 'h', address, 'n', alias)));
  }

  /** Empty where there is a token that is not among these. */
  private static Optional<String> replaced(String text, Map<Character, String> tokens) {
    var all = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%' || i + 1 == text.length()) {
        all.append(c);
        continue;
      }
      char token = text.charAt(++i);
      if (token != '%' && !tokens.containsKey(token)) {
        return Optional.empty();
      }
      all.append(token == '%' ? "%" : tokens.get(token));
    }
    return Optional.of(all.toString());
  }
}
