package io.github.kubeadmwizard.cluster;

import java.util.regex.Pattern;

/** The forms that Kubernetes allows for names. Source: apimachinery, pkg/util/validation. */
public final class KubernetesNames {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");

  private KubernetesNames() {}

  /** An RFC 1123 label: at most 63 of a-z, 0-9 and inner hyphens. */
  public static boolean isDnsLabel(String text) {
    return text.length() <= 63 && LABEL.matcher(text).matches();
  }

  /** An RFC 1123 subdomain: labels with dots between, at most 253 characters. */
  public static boolean isDnsSubdomain(String text) {
    if (text.isEmpty() || text.length() > 253) {
      return false;
    }
    for (String label : text.split("\\.", -1)) {
      if (!isDnsLabel(label)) {
        return false;
      }
    }
    return true;
  }

  /** A key of a label or taint: {@code name} or {@code prefix/name}. */
  public static boolean isQualifiedName(String text) {
    int slash = text.indexOf('/');
    return (slash < 0 || isDnsSubdomain(text.substring(0, slash)))
        && isName(text.substring(slash + 1));
  }

  /** A value of a label or taint; empty is allowed. */
  public static boolean isLabelValue(String text) {
    return text.isEmpty() || isName(text);
  }

  private static boolean isName(String text) {
    return text.length() <= 63 && NAME.matcher(text).matches();
  }
}
