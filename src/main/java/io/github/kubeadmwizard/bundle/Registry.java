package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.bundle.Web.Answer;
import io.github.kubeadmwizard.json.JsonTree;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registry, asked by the distribution API. Source: OCI Distribution Specification 1.1, and
 * Docker's token authentication, by which anonymous callers get a token as well.
 */
final class Registry {
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private final Web web;
  private final URI address;
  private final Optional<RegistryAccount.Account> account;
  private final Map<String, String> authorizations = new ConcurrentHashMap<>();

  /**
   * @param address such as {@code https://registry.k8s.io}
   */
  Registry(Web web, URI address, Optional<RegistryAccount.Account> account) {
    this.web = web;
    this.address = address;
    this.account = account;
  }

  URI address(String repository, String kind, String what) {
    String base = address.toString().replaceFirst("/+$", "");
    return URI.create(base + "/v2/" + repository + "/" + kind + "/" + what);
  }

  /** Asks for a manifest or a blob, signing in where that is asked for. */
  Answer get(String repository, URI uri, Map<String, String> headers) throws BundleFailure {
    Answer answer = web.get(uri, with(headers, authorizations.get(repository)));
    if (answer.status() != 401) {
      return answer;
    }
    String challenge = answer.header("www-authenticate").orElse("");
    closed(answer);
    Optional<String> authorization = authorization(repository, challenge);
    if (authorization.isEmpty()) {
      throw Web.refused(uri, 401);
    }
    authorizations.put(repository, authorization.get());
    return web.get(uri, with(headers, authorization.get()));
  }

  private static Map<String, String> with(
      Map<String, String> headers, @org.jspecify.annotations.Nullable String authorization) {
    if (authorization == null) {
      return headers;
    }
    var all = new TreeMap<>(headers);
    all.put("Authorization", authorization);
    return all;
  }

  private Optional<String> authorization(String repository, String challenge) throws BundleFailure {
    if (challenge.regionMatches(true, 0, "Basic", 0, 5)) {
      return account.map(Registry::basic);
    }
    var said = new TreeMap<String, String>();
    Matcher parameters = PARAMETER.matcher(challenge);
    while (parameters.find()) {
      said.put(parameters.group(1), parameters.group(2));
    }
    String realm = said.get("realm");
    return realm == null
        ? Optional.empty()
        : Optional.of("Bearer " + token(realm, said, repository));
  }

  private String token(String realm, Map<String, String> said, String repository)
      throws BundleFailure {
    String scope = said.getOrDefault("scope", "repository:" + repository + ":pull");
    URI uri =
        URI.create(
            realm
                + (realm.contains("?") ? "&" : "?")
                + "service="
                + encoded(said.getOrDefault("service", ""))
                + "&scope="
                + encoded(scope));
    String basic = account.map(Registry::basic).orElse(null);
    try (Answer answer = web.get(uri, with(Map.of(), basic))) {
      if (answer.status() != 200) {
        throw Web.refused(uri, answer.status());
      }
      var tree = JsonTree.of(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
      return tree.at("token")
          .text()
          .or(() -> tree.at("access_token").text())
          .orElseThrow(() -> Web.refused(uri, 200));
    } catch (IOException e) {
      throw Web.unreachable(uri, e);
    }
  }

  private static String basic(RegistryAccount.Account account) {
    String pair = account.user() + ":" + account.password().reveal();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void closed(Answer answer) throws BundleFailure {
    try {
      answer.close();
    } catch (IOException e) {
      throw Web.unreachable(answer.from(), e);
    }
  }
}
