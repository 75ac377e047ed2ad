package io.github.kubeadmwizard.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The routes of the computer that the program runs on. */
final class OwnRoutesTest {
  private static List<String> told(List<Route> routes) {
    return routes.stream()
        .map(route -> route.destination() + " " + route.device().orElse("-"))
        .toList();
  }

  @Test
  void macosLeavesZerosOutAndListsNeighboursThatAreNoRoutes() {
    var printed =
        """
        Routing tables

        Internet:
        Destination        Gateway            Flags               Netif Expire
        default            192.168.1.1        UGScg                 en0
        10.240/12          link#22            UCS                 utun4
        127                127.0.0.1          UCS                   lo0
        172.20.5/24        10.240.0.1         UGSc                utun4
        192.168.1          link#6             UCS                   en0      !
        192.168.1.23       aa:bb:cc:dd:ee:ff  UHLWIir               en0   1180
        224.0.0/4          link#6             UmCS                  en0      !

        Internet6:
        Destination                             Gateway                 Flags         Netif Expire
        default                                 fe80::1%en0             UGcg            en0
        ::1                                     ::1                     UHL             lo0
        fd12:3456::/48                          link#22                 UCS           utun4
        fe80::%en0/64                           link#6                  UCI             en0
        """;
    assertThat(told(PrintedRoutes.ofNetstat(printed.lines().toList())))
        .containsExactly(
            "default en0",
            "10.240.0.0/12 utun4",
            "172.20.5.0/24 utun4",
            "192.168.1.0/24 en0",
            "default en0",
            "fd12:3456::/48 utun4");
  }

  @Test
  void windowsPrintsMasksAndNamesTheCardByItsAddress() {
    var printed =
        """
        ===========================================================================
        Schnittstellenliste
         12...aa bb cc dd ee ff ......Ethernet Adapter
        ===========================================================================
        Aktive Routen:
             Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
                  0.0.0.0          0.0.0.0      192.168.1.1     192.168.1.23     25
               10.240.0.0      255.240.0.0   Auf Verbindung       10.241.7.2      5
                127.0.0.0        255.0.0.0   Auf Verbindung         127.0.0.1    331
              192.168.1.0    255.255.255.0   Auf Verbindung      192.168.1.23    281
             192.168.1.23  255.255.255.255   Auf Verbindung      192.168.1.23    281
                224.0.0.0        240.0.0.0   Auf Verbindung         127.0.0.1    331
        ===========================================================================
         If Metrik Netzwerkziel             Gateway
         12    281 fd12:3456::/48           Auf Verbindung
          1    331 ::1/128                  Auf Verbindung
         12    281 fe80::/64                Auf Verbindung
        """;
    assertThat(told(PrintedRoutes.ofRoutePrint(printed.lines().toList())))
        .containsExactly(
            "default 192.168.1.23",
            "10.240.0.0/12 10.241.7.2",
            "192.168.1.0/24 192.168.1.23",
            "fd12:3456::/48 12");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void onLinuxTheKernelSaysThem() {
    assertThat(new OwnRoutes("Linux").get())
        .allSatisfy(route -> assertThat(route.device()).isNotEqualTo(Optional.empty()));
  }

  @Test
  void aSystemThatNobodyKnowsHasNone() {
    assertThat(new OwnRoutes("Plan 9").get()).isEmpty();
  }
}
