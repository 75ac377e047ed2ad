package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.engine.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import javax.crypto.KeyAgreement;
import net.schmizz.sshj.common.Buffer;

/**
 * The benchmark behind {@code bench/ssh}: our connections beside OpenSSH's and Ansible's, in one
 * run, turn by turn, so that the ratios hold whatever else the machine does. Hosts are sshd
 * processes on loopback, each with its own port and host key.
 */
final class SshBench {
  private static final int PARALLEL = 32;

  private final int hosts;
  private final int rounds;
  private final Path directory;
  private final String script;
  private final List<Sshd> servers = new ArrayList<>();
  private final StringBuilder table = new StringBuilder();
  private final byte[] peer = new X25519Keys().told();

  private SshBench(int hosts, int rounds, Path directory, String script) {
    this.hosts = hosts;
    this.rounds = rounds;
    this.directory = directory;
    this.script = script;
  }

  /**
   * Runs it.
   *
   * @param args number of hosts, number of rounds, file of the facts script
   */
  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory("kw-bench-");
    Commands.run("chmod", "755", directory.toString());
    int hosts = Integer.parseInt(args[0]);
    var bench =
        new SshBench(
            hosts, Integer.parseInt(args[1]), directory, Files.readString(Path.of(args[2])));
    try {
      bench.startServers();
      bench.measure();
    } finally {
      bench.servers.forEach(Sshd::close);
      Commands.run("rm", "-rf", directory.toString());
    }
  }

  private Path key() {
    return directory.resolve("key");
  }

  private void startServers() throws IOException {
    Commands.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key().toString());
    var known = new StringBuilder();
    var config = new StringBuilder();
    var inventory = new StringBuilder();
    for (int i = 0; i < hosts; i++) {
      // a home of its own: what a developer's .bashrc starts in each session is not measured
      String plain = "UsePAM no\nSetEnv HOME=" + directory;
      var server = new Sshd(directory.resolve("h" + i), List.of("ed25519"), plain);
      servers.add(server);
      server.authorize("root", key());
      known.append("[127.0.0.1]:" + server.port + " " + server.publicKey("ed25519") + "\n");
      config.append("Host h" + i + "\n  HostName 127.0.0.1\n  Port " + server.port + "\n");
      inventory.append("h" + i + " ansible_host=127.0.0.1 ansible_port=" + server.port + "\n");
    }
    Files.writeString(directory.resolve("known_hosts"), known);
    Files.writeString(
        directory.resolve("config"),
        config
            + """
            Host *
              User root
              IdentityFile %1$s/key
              IdentitiesOnly yes
              UserKnownHostsFile %1$s/known_hosts
              KexAlgorithms curve25519-sha256
              BatchMode yes
            """
                .formatted(directory));
    Files.writeString(directory.resolve("hosts"), inventory);
    Files.writeString(directory.resolve("facts.sh"), script);
  }

  private SshConnector connector() {
    var keys = new HostKeys(directory.resolve("known_hosts"), directory.resolve("own"));
    return new SshConnector(keys, Optional.empty(), directory);
  }

  private SshTarget target(int i) {
    var key = new SignIn.KeyFile(key());
    return SshTarget.of("h" + i, "127.0.0.1", servers.get(i).port, "root", key);
  }

  private void measure() throws Exception {
    double cold = facts();
    var ours = new ArrayList<Double>();
    var openSsh = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    for (int round = 0; round < rounds; round++) {
      double before = cpuSeconds();
      ours.add(facts());
      cpu.add((cpuSeconds() - before) * 1000 / hosts);
      openSsh.add(seconds(this::openSshFacts));
    }
    row("facts of " + hosts + " hosts, ours, first time (s)", List.of(cold));
    row("facts of " + hosts + " hosts, ours (s)", ours);
    row("  of it this process's own CPU for a host (ms)", cpu);
    row("facts of " + hosts + " hosts, ssh through xargs -P32 (s)", openSsh);
    ratio("ours to ssh", median(ours) / median(openSsh), 0.75);
    // Hosts and clients share these processors, and keep them busy.
    double own = median(cpu) * hosts / 1000 / Runtime.getRuntime().availableProcessors();
    row("  without our own CPU: sshd and the script alone (s)", List.of(median(ours) - own));
    ratio("of that to ssh", (median(ours) - own) / median(openSsh), 0.75);
    ansible(median(ours));
    commands();
    memory();
    row("curve 25519: exchange, signature, check, ours (ms)", curve(this::oursOnTheCurve));
    row("  the same by the JDK (ms)", curve(this::jdksOnTheCurve));
    System.out.print(table);
  }

  private void ansible(double ours) {
    if (Commands.run("sh", "-c", "command -v ansible || true").isBlank()) {
      table.append("ansible is not installed (PyPI: ansible-core): left out\n");
      return;
    }
    String shared = " -C -o ControlMaster=auto -o ControlPersist=60s"; // Ansible's own
    double asItComes = setup("", shared, "");
    double tuned = setup("ANSIBLE_PIPELINING=1 ", "", "-f " + PARALLEL);
    row("facts of " + hosts + " hosts, ansible -m setup as it comes (s)", List.of(asItComes));
    ratio("ours to ansible", ours / asItComes, 0.07);
    row("  with pipelining and " + PARALLEL + " forks (s)", List.of(tuned));
    ratio("ours to that", ours / tuned, 0.07);
  }

  private double setup(String environment, String sshOptions, String options) {
    String command =
        """
        cd %1$s && %2$s ANSIBLE_SSH_CONTROL_PATH_DIR=%1$s/shared ANSIBLE_SSH_ARGS='-F %1$s/config%3$s' \
          ansible all -i hosts -u root %4$s -e ansible_python_interpreter=/usr/bin/python3 -m setup >/dev/null
        """
            .formatted(directory, environment, sshOptions, options);
    return seconds(() -> Commands.run("sh", "-c", command));
  }

  /** Connect, become root, run the script, close: on all hosts, so many at a time. */
  private double facts() throws InterruptedException, ExecutionException {
    long begin = System.nanoTime();
    var places = new Semaphore(PARALLEL);
    try (var connector = connector();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<Integer>>();
      for (int i = 0; i < hosts; i++) {
        int host = i;
        all.add(
            threads.submit(() -> {
              places.acquire();
              try (var connection = connector.connect(target(host), SecretSource.none())) {
                return lines(connection.root());
              } finally {
                places.release();
              }
            }));
      }
      for (Future<Integer> one : all) {
        if (one.get() < 20) {
          throw new IllegalStateException("too few facts");
        }
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private int lines(RootShell shell) throws SshFailure {
    var count = new java.util.concurrent.atomic.AtomicInteger();
    Exit exit =
        shell.run(script, (_, _) -> count.incrementAndGet(), Duration.ofMinutes(1), new Cancel());
    if (!exit.ok()) {
      throw new IllegalStateException("the facts failed: " + exit);
    }
    return count.get();
  }

  private void openSshFacts() {
    Commands.run(
        "sh",
        "-c",
        "seq 0 "
            + (hosts - 1)
            + " | xargs -P"
            + PARALLEL
            + " -I{} sh -c 'ssh -F "
            + directory
            + "/config h{} bash -s <"
            + directory
            + "/facts.sh >/dev/null'");
  }

  private void commands() throws SshFailure {
    int times = 100;
    var ours = new ArrayList<Double>();
    var master = new ArrayList<Double>();
    String control = "ssh -F " + directory + "/config -S " + directory + "/control ";
    Commands.run("sh", "-c", control + "-M -f -N h0 >/dev/null 2>&1");
    try (var connector = connector();
        var connection = connector.connect(target(0), SecretSource.none())) {
      RootShell shell = connection.root();
      for (int i = 0; i < times; i++) {
        shell.run("true", OutputSink.none(), Duration.ofSeconds(20), new Cancel());
      }
      for (int i = 0; i < times; i++) {
        long begin = System.nanoTime();
        shell.run("true", OutputSink.none(), Duration.ofSeconds(20), new Cancel());
        ours.add((System.nanoTime() - begin) / 1e6);
        begin = System.nanoTime();
        Commands.run(
            "ssh", "-F", directory + "/config", "-S", directory + "/control", "h0", "true");
        master.add((System.nanoTime() - begin) / 1e6);
      }
    } finally {
      Commands.run("sh", "-c", control + "-O exit h0 2>/dev/null");
    }
    row("a root command, our helper (ms)", ours);
    row("a root command, ssh with ControlMaster (ms)", master);
    ratio("ours to ControlMaster", median(ours) / median(master), 0.35);
  }

  private void memory() throws SshFailure, IOException {
    var open = new ArrayList<SshHost>();
    try (var connector = connector()) {
      for (int i = 0; i < hosts; i++) {
        SshHost host = connector.connect(target(i), SecretSource.none());
        open.add(host);
        lines(host.root());
      }
      System.gc();
      double resident =
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(line -> line.startsWith("VmRSS"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow();
      row("resident memory with " + hosts + " hosts open (MB)", List.of(resident / 1000));
      ratio("of 300 MB", resident / 1000 / 300, 1);
    } finally {
      open.forEach(SshHost::close);
    }
  }

  /** What each connection does on the curve, a thousand times, in milliseconds. */
  private static List<Double> curve(CurveWork work) throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var times = new ArrayList<Double>();
    for (int i = 0; i < 1000; i++) {
      long begin = System.nanoTime();
      work.run(pair);
      times.add((System.nanoTime() - begin) / 1e6);
    }
    return times;
  }

  private interface CurveWork {
    void run(KeyPair pair) throws Exception;
  }

  private void oursOnTheCurve(KeyPair pair) throws Exception {
    new X25519Keys().agree(peer);
    var signer = new Ed25519();
    signer.initSign(pair.getPrivate());
    signer.update(peer);
    byte[] signature = signer.sign();
    var judge = new Ed25519();
    judge.initVerify(pair.getPublic());
    judge.update(peer);
    var blob = new Buffer.PlainBuffer().putString("ssh-ed25519").putBytes(signature);
    if (!judge.verify(blob.getCompactData())) {
      throw new IllegalStateException("our own signature is wrong");
    }
  }

  private void jdksOnTheCurve(KeyPair pair) throws Exception {
    var keys = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    var agreement = KeyAgreement.getInstance("X25519");
    agreement.init(keys.getPrivate());
    agreement.doPhase(keys.getPublic(), true);
    agreement.generateSecret();
    var signer = Signature.getInstance("Ed25519");
    signer.initSign(pair.getPrivate());
    signer.update(peer);
    byte[] signature = signer.sign();
    var judge = Signature.getInstance("Ed25519");
    judge.initVerify(pair.getPublic());
    judge.update(peer);
    if (!judge.verify(signature)) {
      throw new IllegalStateException("the JDK's signature is wrong");
    }
  }

  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  private static double seconds(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private void row(String name, List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    table.append(
        String.format(
            Locale.ROOT,
            "%-58s min %8.2f   median %8.2f   max %8.2f%n",
            name,
            sorted.getFirst(),
            median(values),
            sorted.getLast()));
  }

  private void ratio(String name, double value, double goal) {
    table.append(
        String.format(
            Locale.ROOT,
            "    ratio %-30s %6.3f   goal at most %5.2f   %s%n",
            name,
            value,
            goal,
            value <= goal ? "met" : "NOT MET"));
  }
}
