package io.github.kubeadmwizard.imports;

/**
 * Lists that a person pastes or types: on each line one host or several, separated by spaces,
 * commas or semicolons, each as {@code user@host:port} or a range; with a role's word, and {@code
 * name=…} or {@code key=…}. What follows a {@code #} is a comment. A line such as {@code ssh -p
 * 2222 ops@node1} is understood, too.
 */
public final class PastedHosts {
  private PastedHosts() {}

  /** The hosts of the text. */
  public static HostList read(String text, Setting setting) {
    var gathering = new Gathering(setting);
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      new PastedLine(gathering, number, line).read();
    }
    return gathering.list();
  }
}
