package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.HostForms;
import io.github.kubeadmwizard.cluster.KubernetesMinors;
import io.github.kubeadmwizard.cluster.KubernetesNames;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Nearest;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms of text that the cluster file has. */
final class Forms {
  private static final Pattern CARD = Pattern.compile("[^\\s/:]{1,15}");
  private static final Pattern CHECK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");
  private static final Pattern VERSION = Pattern.compile("[0-9][A-Za-z0-9.+:~-]*");
  private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}]+");

  static final Form<String> DNS_LABEL =
      Form.text(Message.of("draft.allowed.dnsLabel"), KubernetesNames::isDnsLabel)
          .withMeant(Forms::asName);
  static final Form<String> DNS_NAME =
      Form.text(Message.of("draft.allowed.dnsName"), KubernetesNames::isDnsSubdomain)
          .withMeant(Forms::asName);
  static final Form<String> HOST = Form.text(Message.of("draft.allowed.host"), HostForms::isHost);
  static final Form<String> ENDPOINT =
      Form.text(Message.of("draft.allowed.endpoint"), Forms::isEndpoint);
  static final Form<String> ADDRESS =
      Form.text(Message.of("draft.allowed.address"), Cidr::isAddress);
  static final Form<String> NODE_IP =
      Form.text(Message.of("draft.allowed.nodeIP"), Forms::isNodeIp);
  static final Form<String> ADDRESS_WITH_PREFIX =
      Form.text(Message.of("draft.allowed.addressWithPrefix"), Forms::isAddressWithPrefix);
  static final Form<String> CARD_NAME =
      Form.text(Message.of("draft.allowed.card"), CARD.asMatchPredicate());
  static final Form<String> CARD_OR_ADDRESS =
      Form.text(
          Message.of("draft.allowed.cardOrAddress"), CARD.asMatchPredicate().or(Cidr::isAddress));
  static final Form<String> LOGIN_NAME =
      Form.text(Message.of("draft.allowed.login"), HostForms::isLogin);
  static final Form<String> FILE =
      Form.text(Message.of("draft.allowed.file"), ONE_LINE.asMatchPredicate());
  static final Form<String> LINE =
      Form.text(Message.of("draft.allowed.line"), ONE_LINE.asMatchPredicate());
  static final Form<String> PACKAGE_VERSION =
      Form.text(Message.of("draft.allowed.packageVersion"), VERSION.asMatchPredicate());
  static final Form<String> LABEL_KEY =
      Form.text(Message.of("draft.allowed.labelKey"), KubernetesNames::isQualifiedName);
  static final Form<String> LABEL_VALUE =
      Form.text(Message.of("draft.allowed.labelValue"), KubernetesNames::isLabelValue);
  static final Form<String> NO_PROXY =
      Form.text(Message.of("draft.allowed.noProxy"), Forms::isNoProxy);
  static final Form<String> CHECK_ID =
      Form.text(
          Message.of("draft.allowed.checkId"),
          t -> CHECK.matcher(t).matches() && !t.equalsIgnoreCase("all"));
  static final Form<TaintSpec> TAINT =
      Form.parsed(
              Message.of("draft.allowed.taint"),
              new TaintSpec("x", "", TaintSpec.Effect.NO_SCHEDULE),
              Forms::taint)
          .withMeant(Forms::taintMeant);
  static final Form<List<Cidr>> RANGES =
      Form.parsed(Message.of("draft.allowed.ranges"), List.<Cidr>of(), Forms::ranges)
          .withMeant(Forms::rangesMeant);

  private Forms() {}

  static Form<KubernetesVersion> version(KubernetesMinors minors) {
    return Form.parsed(
            Message.of("draft.allowed.version", minors.supported()),
            minors.preferred(),
            KubernetesVersion::parse)
        .matching(minors::supports);
  }

  private static Optional<String> asName(String text) {
    var name = text.toLowerCase(Locale.ROOT).replace('_', '-').strip();
    return Optional.of(name).filter(KubernetesNames::isDnsSubdomain);
  }

  private static boolean isEndpoint(String text) {
    var bracketed = Pattern.compile("\\[([^]]+)](?::(\\d+))?").matcher(text);
    if (bracketed.matches()) {
      return Cidr.isAddress(bracketed.group(1)) && isPort(bracketed.group(2));
    }
    var parts = text.split(":", -1);
    return parts.length <= 2
        && HostForms.isHost(parts[0])
        && isPort(parts.length == 2 ? parts[1] : "1");
  }

  private static boolean isPort(@Nullable String text) {
    return text == null || HostForms.isPort(text);
  }

  private static boolean isNodeIp(String text) {
    var parts = text.split(",", -1);
    return Arrays.stream(parts).allMatch(Cidr::isAddress)
        && parts.length <= 2
        && (parts.length == 1 || parts[0].contains(":") != parts[1].contains(":"));
  }

  private static boolean isAddressWithPrefix(String text) {
    var parts = text.split("/", -1);
    return parts.length == 2
        && Cidr.isAddress(parts[0])
        && parts[1].matches("\\d{1,3}")
        && Integer.parseInt(parts[1]) <= (parts[0].contains(":") ? 128 : 32);
  }

  private static boolean isNoProxy(String text) {
    return text.equals("*")
        || isAddressWithPrefix(text)
        || isEndpoint(text.startsWith(".") ? text.substring(1) : text);
  }

  private static TaintSpec taint(String text) {
    var taint = TaintSpec.parse(text);
    if (!KubernetesNames.isQualifiedName(taint.key())
        || !KubernetesNames.isLabelValue(taint.value())) {
      throw new IllegalArgumentException("not a taint");
    }
    return taint;
  }

  private static Optional<String> taintMeant(String text) {
    int colon = text.lastIndexOf(':');
    var effects = Arrays.stream(TaintSpec.Effect.values()).map(TaintSpec.Effect::text).toList();
    return Nearest.to(text.substring(colon + 1), effects)
        .filter(effect -> colon > 0 && !effect.equals(text.substring(colon + 1)))
        .map(effect -> text.substring(0, colon + 1) + effect);
  }

  private static List<Cidr> ranges(String text) {
    var parts = text.split(",", -1);
    if (parts.length > 2) {
      throw new IllegalArgumentException("more than two ranges");
    }
    return Arrays.stream(parts).map(String::strip).map(Cidr::parse).toList();
  }

  /** The same with the bits beyond the prefix set to zero. */
  private static Optional<String> rangesMeant(String text) {
    var parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    return parts.stream().allMatch(Forms::isAddressWithPrefix)
        ? Optional.of(
            parts.stream().map(p -> Cidr.around(p).toString()).collect(Collectors.joining(",")))
        : Optional.empty();
  }
}
