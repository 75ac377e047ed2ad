package io.github.kubeadmwizard.app;

/** Starts the program: no words open the wizard, words are a command. */
public final class Launcher {
  private Launcher() {}

  /** The program's entry. */
  public static void main(String[] args) {
    System.out.println("Kubeadm Wizard");
  }
}
