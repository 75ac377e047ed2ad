package io.github.kubeadmwizard.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.session.SecretNeed.Kind;
import io.github.kubeadmwizard.ssh.ConnectCause;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.text.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class FleetTest {
  private static final List<HostSpec> HOSTS = List.of(host("n1"), host("n2"), host("n3"));

  private final SecretBook book = new SecretBook();
  private final FakeHosts hosts = new FakeHosts(book);
  private final Asked asked = new Asked(book);
  private final Fleet fleet = new Fleet(hosts, asked, 2, book);

  private static HostSpec host(String name) {
    return new HostSpec(
        Optional.of(name),
        "10.0.0." + name.substring(1),
        22,
        "ops",
        Optional.of("~/.ssh/id"),
        false,
        Set.of(Role.WORKER),
        Optional.empty(),
        Optional.empty(),
        false,
        new TreeMap<>(),
        List.of());
  }

  /** Answers from a list, and writes down what it was asked. */
  private static final class Asked implements Dialogue {
    private final SecretBook book;
    private final List<List<String>> keyRounds = new ArrayList<>();
    private final List<List<String>> secretRounds = new ArrayList<>();
    private final Set<String> accepted = new HashSet<>();
    private final Map<String, String> secrets = new TreeMap<>();

    Asked(SecretBook book) {
      this.book = book;
    }

    @Override
    public Set<Attempt.NewKey> accept(List<Attempt.NewKey> keys) {
      keyRounds.add(keys.stream().map(key -> key.host() + " " + key.fingerprint()).toList());
      var yes = new HashSet<>(keys);
      yes.removeIf(key -> !accepted.contains(key.host().value()));
      return yes;
    }

    @Override
    public Set<SecretNeed> give(List<SecretNeed> needs) {
      secretRounds.add(
          needs.stream().map(need -> need.path() + (need.again() ? " again" : "")).toList());
      var given = new HashSet<SecretNeed>();
      for (SecretNeed need : needs) {
        String secret = secrets.remove(need.name());
        if (secret != null) {
          book.put(need.kind(), need.name(), Secret.of(secret));
          given.add(need);
        }
      }
      return given;
    }
  }

  private static HostState connected(String host) {
    return new HostState.Connected(new HostName(host));
  }

  @Test
  void asksOnceForTheKeysOfAllNewHostsAndRefusesThoseThatAreNotAccepted() {
    hosts.unknown("n1", "SHA256:a").unknown("n3", "SHA256:c");
    asked.accepted.add("n1");
    var states = fleet.connect(HOSTS);
    assertThat(asked.keyRounds).containsExactly(List.of("n1 SHA256:a", "n3 SHA256:c"));
    assertThat(states.keySet()).extracting(HostName::value).containsExactly("n1", "n2", "n3");
    assertThat(states.get(new HostName("n1"))).isEqualTo(connected("n1"));
    assertThat(states.get(new HostName("n2"))).isEqualTo(connected("n2"));
    assertThat(states.get(new HostName("n3")))
        .isInstanceOfSatisfying(
            HostState.Refused.class,
            refused -> {
              assertThat(refused.identity()).isTrue();
              assertThat(refused.problem().id()).isEqualTo("fake.newKey");
            });
    assertThat(fleet.connected()).containsExactlyInAnyOrder(new HostName("n1"), new HostName("n2"));
  }

  @Test
  void asksForTheSecretsOfAllHostsTogetherAndAgainForAWrongOne() {
    hosts.wants("n1", Kind.SUDO, "right").wants("n2", Kind.PASSWORD, "right");
    asked.secrets.put("n1", "right");
    asked.secrets.put("n2", "wrong");
    var states = fleet.connect(HOSTS);
    assertThat(asked.secretRounds)
        .containsExactly(
            List.of("hosts.n1.sudo", "hosts.n2.password"), List.of("hosts.n2.password again"));
    assertThat(states.get(new HostName("n1"))).isEqualTo(connected("n1"));
    assertThat(states.get(new HostName("n2")))
        .isInstanceOfSatisfying(
            HostState.Refused.class, refused -> assertThat(refused.identity()).isFalse());
  }

  @Test
  void triesTheLoginPasswordForSudo() {
    book.put(Kind.PASSWORD, "n1", Secret.of("right"));
    hosts.wants("n1", Kind.SUDO, "right");
    assertThat(fleet.connect(HOSTS).get(new HostName("n1"))).isEqualTo(connected("n1"));
    assertThat(asked.secretRounds).isEmpty();
  }

  @Test
  void aHostThatChangedItsKeyIsNeverAskedAbout() {
    hosts.dead("n2", true);
    assertThat(fleet.connect(HOSTS).get(new HostName("n2")))
        .isInstanceOfSatisfying(
            HostState.Refused.class, refused -> assertThat(refused.identity()).isTrue());
    assertThat(asked.keyRounds).isEmpty();
  }

  @Test
  void connectsADroppedHostAgainWithoutAsking() throws SshFailure {
    fleet.connect(HOSTS);
    var before = fleet.connection(new HostName("n1"), false);
    assertThat(fleet.connection(new HostName("n1"), false)).isSameAs(before);
    hosts.drop(new HostName("n1"));
    var after = fleet.connection(new HostName("n1"), false);
    assertThat(after).isNotSameAs(before);
    assertThat(fleet.connection(new HostName("n1"), true)).isNotSameAs(after);
    assertThat(hosts.attempts()).filteredOn("n1"::equals).hasSize(3);
  }

  @Test
  void worksOnEachConnectedHostAndClosesEverything() {
    hosts.dead("n2", false);
    fleet.connect(HOSTS);
    var names = HOSTS.stream().map(host -> new HostName(host.label())).toList();
    assertThat(fleet.each(names, HostConnection::host))
        .isEqualTo(
            Map.of(new HostName("n1"), new HostName("n1"), new HostName("n3"), new HostName("n3")));
    fleet.close();
    assertThat(hosts.closed()).isTrue();
  }

  @Test
  void whoAsksAfterItWasClosedHearsThatTheConnectionIsLost() {
    fleet.connect(HOSTS);
    fleet.close();
    assertThatExceptionOfType(SshFailure.class)
        .isThrownBy(() -> fleet.connection(new HostName("n1"), false))
        .satisfies(failure ->
            assertThat(failure.why())
                .isEqualTo(new ConnectCause.ConnectionLost("10.0.0.1", "closed")));
  }

  @Test
  @Timeout(30)
  void aHostIsForgottenAtOnceHoweverLongItsLineTakesToClose() throws InterruptedException {
    var hangsUp = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    hosts.whenClosing(() -> {
      try {
        hangsUp.await();
        closed.countDown();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    fleet.connect(HOSTS);
    fleet.forget(new HostName("n1")); // would hang here
    assertThat(fleet.connected()).containsExactlyInAnyOrder(new HostName("n2"), new HostName("n3"));
    hangsUp.countDown();
    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoIsForgottenWhileOthersAreWorkedOnGivesNoAnswer() {
    var oneByOne = new Fleet(hosts, asked, 1, book);
    oneByOne.connect(HOSTS);
    var names = HOSTS.stream().map(host -> new HostName(host.label())).toList();
    assertThat(
            oneByOne.each(
                names,
                host -> {
                  oneByOne.forget(new HostName("n2"));
                  return host.host();
                }))
        .containsOnlyKeys(new HostName("n1"), new HostName("n3"));
  }

  @Test
  void theBookOfSecretsShowsAndKeepsNothingAfterItsEnd() {
    book.put(Kind.PASSWORD, "n1", Secret.of("hunter22"));
    book.registry("r.example", new SecretBook.Account("me", Secret.of("s3cret")));
    assertThat(book.masked("hunter22 and s3cret")).isEqualTo("•••• and ••••");
    assertThat(book.registries().toString()).doesNotContain("s3cret");
    book.close();
    assertThat(book.password("n1")).isEmpty();
    assertThat(book.registries()).isEmpty();
  }
}
