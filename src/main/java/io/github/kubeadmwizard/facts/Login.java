package io.github.kubeadmwizard.facts;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who reads, and what the host gives its users.
 *
 * @param uid of the script: 0 when all facts could be read
 * @param user of the script
 * @param loginUser who came in by SSH, before sudo
 * @param home of the login user
 * @param locale LANG of the host's configuration
 * @param proxies names (http_proxy …, and apt's Acquire::http::Proxy) to values with any user name
 *     and password taken out; and the files of units that name one, with nothing
 */
public record Login(
    OptionalInt uid,
    Optional<String> user,
    Optional<String> loginUser,
    Optional<String> home,
    Optional<String> locale,
    SortedMap<String, String> proxies)
    implements FactsPart {
  public Login {
    proxies = Collections.unmodifiableSortedMap(new TreeMap<>(proxies));
  }

  /** Whether the script ran as root. */
  public boolean isRoot() {
    return uid.isPresent() && uid.getAsInt() == 0;
  }
}
