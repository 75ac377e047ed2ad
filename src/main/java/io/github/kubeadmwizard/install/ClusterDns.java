package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The cluster DNS address: the tenth of the first service range. Source: kubeadm, GetDNSIP. */
final class ClusterDns {
  private ClusterDns() {}

  static String address(NetworkSpec network) {
    Cidr range = network.serviceCIDR().getFirst();
    try {
      byte[] first = InetAddress.getByName(range.address()).getAddress();
      byte[] tenth = new BigInteger(1, first).add(BigInteger.TEN).toByteArray();
      byte[] result = new byte[first.length];
      int length = Math.min(tenth.length, result.length); // a leading sign byte is cut off
      System.arraycopy(tenth, tenth.length - length, result, result.length - length, length);
      return InetAddress.getByAddress(result).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // a Cidr holds a literal address
    }
  }
}
