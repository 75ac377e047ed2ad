package io.github.kubeadmwizard.cluster;

import java.util.Locale;
import java.util.regex.Pattern;

/** The forms that the texts of a host have, in a cluster file and wherever else they come from. */
public final class HostForms {
  private static final Pattern LOGIN = Pattern.compile("[^\\s:/'\"-][^\\s:/'\"]{0,63}");
  private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
  private static final int HIGHEST_PORT = 65535;

  private HostForms() {}

  /** A DNS name, in any case, or an IPv4 or IPv6 address without brackets. */
  public static boolean isHost(String text) {
    return Cidr.isAddress(text)
        || (KubernetesNames.isDnsSubdomain(text.toLowerCase(Locale.ROOT))
            && !text.matches("[0-9.]+"));
  }

  /** The name of a user on a host. */
  public static boolean isLogin(String text) {
    return LOGIN.matcher(text).matches();
  }

  /** A port from 1 to 65535, in digits. */
  public static boolean isPort(String text) {
    return PORT.matcher(text).matches() && Integer.parseInt(text) <= HIGHEST_PORT;
  }
}
