package io.github.kubeadmwizard.ui;

/** How many hits a line has; 0 leaves it out. Asked by one thread at a time. */
interface LogRule {
  int hits(LogPage page, int index);

  /** One for each line that passes. */
  static LogRule of(LogStore store, LogFilter filter) {
    int atLeast = filter.atLeast().code();
    return filter
        .host()
        .<LogRule>map(host ->
            (page, i) -> page.level(i) >= atLeast && page.host(i) == store.hostId(host) ? 1 : 0)
        .orElse((page, i) -> page.level(i) >= atLeast ? 1 : 0);
  }

  /** As many as the text is in the lines that pass. */
  static LogRule of(LogStore store, LogFilter filter, Needle needle) {
    var passes = of(store, filter);
    return (page, i) ->
        passes.hits(page, i) == 0
            ? 0
            : needle.count(page.bytes(), page.textFrom(i), page.textTo(i));
  }
}
