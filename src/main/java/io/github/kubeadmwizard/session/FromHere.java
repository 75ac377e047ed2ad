package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Executor;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Does on this computer what an action asks of it; what hosts have to do, another does. */
public final class FromHere implements Executor {
  private static final int PATIENCE = 5000; // milliseconds
  private static final int TRIES = 3;

  private final Executor hosts;
  private final Clock clock;

  /**
   * @param hosts acts on hosts; closed with this one
   */
  public FromHere(Executor hosts, Clock clock) {
    this.hosts = hosts;
    this.clock = clock;
  }

  @Override
  public Outcome apply(HostName host, Action action, Stage stage) {
    return action instanceof Action.ReachFromHere reach
        ? reached(host, reach, stage)
        : hosts.apply(host, action, stage);
  }

  private Outcome reached(HostName host, Action.ReachFromHere action, Stage stage) {
    int port = Integer.parseInt(text(action.port(), stage.values()));
    String said = "silent";
    for (int i = 0; i < TRIES && said.startsWith("silent") && !stage.cancel().asked(); i++) {
      said = said(action.address(), port);
    }
    stage.values().put(action.gives(), Secret.of(said));
    stage
        .listener()
        .accept(
            new RunEvent.Output(
                clock.instant(),
                host,
                stage.phase(),
                action.id(),
                false,
                "this computer: " + said));
    return new Outcome.Unchanged();
  }

  private static String text(Var value, RunValues values) {
    return switch (value) {
      case Var.Text(String text) -> text;
      case Var.RunValue(String name) -> values.get(name).map(Secret::reveal).orElse("0");
    };
  }

  private static String said(String address, int port) {
    try (var socket = new Socket(Proxy.NO_PROXY)) {
      socket.connect(new InetSocketAddress(address, port), PATIENCE);
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String last = null;
      for (String line = answer.readLine(); line != null; line = answer.readLine()) {
        last = line;
      }
      return last == null ? "silent " + address + ":" + port : "ok " + last;
    } catch (IOException e) {
      return "silent " + address + ":" + port + ": " + e.getMessage();
    }
  }

  @Override
  public void close() {
    hosts.close();
  }
}
