package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.text.Message;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** The forms of addresses of servers and of image repositories. */
final class Places {
  private static final Pattern REPOSITORY =
      Pattern.compile("[A-Za-z0-9.-]+(?::\\d{1,5})?(?:/[a-z0-9._-]+)*");

  private static final Pattern PEM =
      Pattern.compile(
          "\\s*(-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----\\s*)+");

  static final Form<String> URL = Form.text(Message.of("draft.allowed.url"), Places::isUrl);
  static final Form<String> URL_OR_DIRECTORY =
      Form.text(
          Message.of("draft.allowed.urlOrDirectory"),
          t -> t.contains("://") ? isUrl(t) : Forms.FILE.read().apply(t).isPresent());
  static final Form<String> IMAGES =
      Form.text(Message.of("draft.allowed.repository"), REPOSITORY.asMatchPredicate());
  static final Form<String> REGISTRY =
      Form.text(
          Message.of("draft.allowed.registry"),
          t -> !t.contains("/") && REPOSITORY.matcher(t).matches());
  static final Form<String> SOCKET =
      Form.text(Message.of("draft.allowed.socket"), t -> t.matches("unix:///[^\\s\\p{Cntrl}]+"));

  static final Form<String> CERTIFICATES =
      Form.text(Message.of("draft.allowed.certificates"), PEM.asMatchPredicate());

  private Places() {}

  private static boolean isUrl(String text) {
    try {
      var uri = new URI(text);
      var scheme = String.valueOf(uri.getScheme());
      return (scheme.equals("http") || scheme.equals("https"))
          && uri.getHost() != null
          && uri.getPort() <= 65535;
    } catch (URISyntaxException notOne) {
      return false;
    }
  }
}
