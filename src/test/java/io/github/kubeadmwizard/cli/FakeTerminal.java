package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.text.Secret;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A terminal with somebody who types what the test says; or with nobody. */
public final class FakeTerminal implements Terminal {
  private final boolean somebody;
  private final Deque<String> typed = new ArrayDeque<>();
  private final List<String> prompts = new ArrayList<>();
  private final boolean redraws;
  private final Size size;

  private FakeTerminal(boolean somebody, boolean redraws, Size size) {
    this.somebody = somebody;
    this.redraws = redraws;
    this.size = size;
  }

  /** Nobody sits there. */
  public static FakeTerminal nobody() {
    return new FakeTerminal(false, false, Size.USUAL);
  }

  static FakeTerminal typing(String... lines) {
    var terminal = new FakeTerminal(true, false, Size.USUAL);
    terminal.typed.addAll(List.of(lines));
    return terminal;
  }

  static FakeTerminal screen(int columns, int rows) {
    return new FakeTerminal(true, true, new Size(columns, rows));
  }

  /** What was asked. */
  List<String> prompts() {
    return prompts;
  }

  @Override
  public boolean canAsk() {
    return somebody;
  }

  @Override
  public Optional<String> ask(String prompt) {
    prompts.add(prompt);
    return Optional.ofNullable(typed.poll());
  }

  @Override
  public Optional<Secret> askSecret(String prompt) {
    return ask(prompt).map(Secret::of);
  }

  @Override
  public boolean redraws() {
    return redraws;
  }

  @Override
  public Size size() {
    return size;
  }
}
