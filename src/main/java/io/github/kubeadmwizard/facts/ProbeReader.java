package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how the tries went; a target that did not answer in time is printed by nobody. */
final class ProbeReader {
  // curl's exit codes (curl(1)): certificates, handshakes and their files
  private static final Set<String> CURL_TLS =
      Set.of(
          "35", "51", "53", "54", "58", "59", "60", "64", "66", "77", "80", "82", "83", "90", "91");

  private static final Pattern CAUSE =
      Pattern.compile(
          "Connection refused|No route to host|Network is unreachable|Connection timed out"
              + "|Name or service not known|Temporary failure in name resolution|verify error.*");

  private ProbeReader() {}

  static List<Probe> read(FactsOutput out) {
    var answered =
        out.all("probe").filter(head -> head.fields().size() > 1).map(ProbeReader::probe).toList();
    var missing =
        out.all("try")
            .flatMap(head -> head.field(0).stream())
            .filter(target -> answered.stream().noneMatch(p -> p.target().equals(target)))
            .map(target -> probe(target, Probe.Result.TIMEOUT, OptionalInt.empty(), 0, ""));
    return Stream.concat(answered.stream(), missing).toList();
  }

  private static Probe probe(FactsOutput.Head head) {
    var target = head.fields().get(0);
    var code = head.field(2).orElse("0");
    var status = head.field(3).map(Text::small).orElse(OptionalInt.empty());
    var detail = head.field(5).orElse("").strip();
    return switch (head.fields().get(1)) {
      case "curl" -> curl(target, code, status, seconds(head.field(4).orElse("")), detail);
      case "tcp" -> tcp(target, code, Text.number(head.field(4).orElse("")).orElse(0), detail);
      case "plain" ->
          probe(
              target, answer(status), status, Text.number(head.field(4).orElse("")).orElse(0), "");
      case "wget" -> wget(target, code, status, detail);
      default -> probe(target, Probe.Result.NO_TOOL, OptionalInt.empty(), 0, detail);
    };
  }

  private static Probe curl(
      String target, String code, OptionalInt status, long millis, String detail) {
    var result =
        switch (code) {
          case "0" -> answer(status);
          case "5" -> Probe.Result.PROXY;
          case "6" -> Probe.Result.DNS;
          case "28" -> Probe.Result.TIMEOUT;
          case "56" -> detail.contains("CONNECT") ? Probe.Result.PROXY : Probe.Result.FAILED;
          // curl does not say why; a refusal comes at once, a missing neighbour after seconds
          case "7" -> millis < 1000 ? Probe.Result.REFUSED : Probe.Result.UNREACHABLE;
          default -> CURL_TLS.contains(code) ? Probe.Result.TLS : said(detail, Probe.Result.FAILED);
        };
    var seen = status.orElse(0) == 0 ? OptionalInt.empty() : status;
    return probe(target, result, seen, millis, detail);
  }

  private static Probe tcp(String target, String code, long millis, String detail) {
    if (code.equals("28")) {
      return probe(target, Probe.Result.TIMEOUT, OptionalInt.empty(), millis, "");
    }
    if (detail.endsWith("untold")) { // https without a tool that speaks it: the port is open
      return probe(target, Probe.Result.NO_TOOL, OptionalInt.empty(), millis, "");
    }
    boolean open = detail.endsWith("open");
    var result = open ? Probe.Result.OK : said(detail, Probe.Result.FAILED);
    var cause = CAUSE.matcher(detail);
    var words = cause.find() ? cause.group() : detail.replaceFirst("^.*: ", "");
    return probe(target, result, OptionalInt.empty(), millis, open ? "" : words);
  }

  private static Probe wget(String target, String code, OptionalInt status, String detail) {
    var result =
        switch (code) {
          case "0", "6", "8" -> answer(status); // 6: it wants to know who we are
          case "5" -> Probe.Result.TLS;
          default -> said(detail, Probe.Result.FAILED);
        };
    int from = Math.max(0, detail.length() - 200);
    return probe(target, result, status, 0, code.equals("0") ? "" : detail.substring(from));
  }

  private static Probe.Result answer(OptionalInt status) {
    int value = status.orElse(0);
    boolean answered = (value >= 200 && value < 400) || value == 401; // a registry asks who we are
    if (value == 407) {
      return Probe.Result.PROXY;
    }
    return answered ? Probe.Result.OK : Probe.Result.HTTP;
  }

  /** The cause in the words of the C library and the tools, which run with LC_ALL=C. */
  private static Probe.Result said(String detail, Probe.Result otherwise) {
    var text = detail.toLowerCase(Locale.ROOT);
    if (text.contains("verify error") || text.contains("handshake")) {
      return Probe.Result.TLS;
    }
    if (text.contains("refused")) {
      return Probe.Result.REFUSED;
    }
    if (text.contains("no route") || text.contains("unreachable")) {
      return Probe.Result.UNREACHABLE;
    }
    if (text.contains("not known")
        || text.contains("name resolution")
        || text.contains("resolve")) {
      return Probe.Result.DNS;
    }
    return text.contains("timed out") ? Probe.Result.TIMEOUT : otherwise;
  }

  private static long seconds(String text) {
    return text.matches("\\d{1,6}\\.\\d+") ? (long) (Double.parseDouble(text) * 1000) : 0;
  }

  private static Probe probe(
      String target, Probe.Result result, OptionalInt status, long millis, String detail) {
    return new Probe(target, result, status, millis, detail);
  }
}
