package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.practice.Recording.Moment;
import io.github.kubeadmwizard.text.Message;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays what was recorded of an action again: the same words in the same rhythm, with this run's
 * names in place of the recorded ones.
 */
final class Scene {
  private final HostName host;
  private final Action action;
  private final Stage stage;
  private final Clock clock;
  private final Map<String, String> names;

  /**
   * @param names what stands for the marks of the recording, such as {@code @HOST@}
   */
  Scene(HostName host, Action action, Stage stage, Clock clock, Map<String, String> names) {
    this.host = host;
    this.action = action;
    this.stage = stage;
    this.clock = clock;
    this.names = Map.copyOf(names);
  }

  /** Plays it to its end; false if it was cut short. */
  boolean play(List<Moment> moments, long millis, Pace pace, Pace.Stop stop) {
    long passed = 0;
    for (Moment moment : moments) {
      if (!pace.pause(Math.max(0, moment.after() - passed), stop)) {
        return false;
      }
      passed = Math.max(passed, moment.after());
      tell(moment);
    }
    return pace.pause(Math.max(0, millis - passed), stop);
  }

  private void tell(Moment moment) {
    List<String> words = moment.words().stream().map(word -> Script.filled(word, names)).toList();
    stage
        .listener()
        .accept(
            switch (moment.kind()) {
              case "progress" ->
                  new RunEvent.Progress(
                      clock.instant(),
                      host,
                      stage.phase(),
                      action.id(),
                      Integer.parseInt(words.get(0)),
                      Integer.parseInt(words.get(1)),
                      words.get(2));
              case "waiting" ->
                  new RunEvent.Waiting(
                      clock.instant(),
                      host,
                      stage.phase(),
                      Optional.of(action.id()),
                      new Message(
                          words.getFirst(), List.<Object>copyOf(words.subList(1, words.size()))));
              default ->
                  new RunEvent.Output(
                      clock.instant(),
                      host,
                      stage.phase(),
                      action.id(),
                      moment.kind().equals("error"),
                      stage.values().masked(words.getFirst()));
            });
  }
}
