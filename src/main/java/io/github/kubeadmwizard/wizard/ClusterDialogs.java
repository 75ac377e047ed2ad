package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.text.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What has to be asked about clusters as a whole; tests answer without a screen. */
public interface ClusterDialogs {

  /** A name for the cluster, beginning with this one; empty if the user leaves it. */
  Optional<String> name(String before);

  /** A cluster file to open. */
  Optional<Path> fileToOpen();

  /** A file of any kind to read; empty if the user leaves it. */
  Optional<Path> anyFile();

  /** A kubeadm file or kubeadm lines that the user pastes; empty if the user leaves it. */
  Optional<String> pasted();

  /** Where to save a cluster file. */
  Optional<Path> fileToSave(String suggested);

  /** A directory to write files into. */
  Optional<Path> directory();

  /** Whether to do what the question asks; {@code yes} is what the button for it says. */
  boolean agreed(Message question, Message yes);

  /**
   * Tells it on the desktop, for a user who is elsewhere by now.
   *
   * @param good whether it is good news
   */
  void notice(Message message, boolean good);

  /** Shows lines to read at leisure, below a sentence that says what they are. */
  void report(Message head, List<String> lines);

  /** Says something that does not belong to one page. */
  void tell(Message message);
}
