package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.install.InstallModel;
import java.time.Duration;
import javafx.util.Subscription;
import org.controlsfx.control.Notifications;

/** Tells on the desktop that a long run has ended: the user is elsewhere by then. */
final class EndNotice {
  private static final Duration LONG = Duration.ofMinutes(2);

  private EndNotice() {}

  static Subscription of(OpenCluster cluster, Parts parts) {
    return cluster
        .install()
        .run()
        .subscribe((_, state) -> {
          if (state instanceof InstallModel.RunState.Over over && over.took().compareTo(LONG) > 0) {
            tell(cluster, parts, over.end());
          }
        });
  }

  private static void tell(OpenCluster cluster, Parts parts, RunEvent.End end) {
    String name = cluster.draft().spec().name();
    var notice =
        Notifications.create()
            .title(parts.say(Message.of("wizard.title")))
            .text(
                parts.say(
                    end == RunEvent.End.DONE
                        ? Message.of("wizard.notice.done", name)
                        : Message.of("wizard.notice.notDone", name)));
    if (end == RunEvent.End.DONE) {
      notice.showInformation();
    } else {
      notice.showWarning();
    }
  }
}
