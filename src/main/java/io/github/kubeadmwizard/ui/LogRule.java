package io.github.kubeadmwizard.ui;

/** How many hits a line has; 0 leaves it out. Asked by one thread at a time. */
interface LogRule {
  int hits(LogChunk chunk, int index);

  /** One for each line that passes. */
  static LogRule of(LogStore store, LogFilter filter) {
    int atLeast = filter.atLeast().ordinal();
    return filter
        .host()
        .<LogRule>map(host ->
            (chunk, i) ->
                chunk.level(i) >= atLeast && chunk.host(i) == store.hostId(host) ? 1 : 0)
        .orElse((chunk, i) -> chunk.level(i) >= atLeast ? 1 : 0);
  }

  /** As many as the text is in the lines that pass. */
  static LogRule of(LogStore store, LogFilter filter, Needle needle) {
    var passes = of(store, filter);
    return (chunk, i) ->
        passes.hits(chunk, i) == 0
            ? 0
            : needle.count(chunk.bytes(), chunk.textFrom(i), chunk.textTo(i));
  }
}
