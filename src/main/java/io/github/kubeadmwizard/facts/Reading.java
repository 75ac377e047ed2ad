package io.github.kubeadmwizard.facts;

import java.util.List;

/**
 * How the reading itself went.
 *
 * @param complete whether the last line came; false: the output was cut, so facts may be missing
 * @param millis how long the script ran on the host; 0 where it does not say
 * @param unparsed lines that were not understood
 */
public record Reading(boolean complete, long millis, List<String> unparsed) implements FactsPart {
  public Reading {
    unparsed = List.copyOf(unparsed);
  }
}
