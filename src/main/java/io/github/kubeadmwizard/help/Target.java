package io.github.kubeadmwizard.help;

/** Where a link leads. */
public sealed interface Target {

  /** Into the documentation. */
  record Inside(Place place) implements Target {}

  /** To an address of the world, for the browser. */
  record Outside(String address) implements Target {}

  /** To a file that the program does not bring along. */
  record Nowhere() implements Target {}
}
