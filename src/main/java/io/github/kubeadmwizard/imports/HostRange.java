package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.HostForms;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One host or many in few characters: {@code 10.0.0.11-19}, {@code 10.0.0.11-10.0.0.19}, {@code
 * fd00::11-19}, {@code node[01-12].lab}, {@code node[1,3,7-9]}, and as Ansible writes them {@code
 * node[01:12]}, {@code db-[a:f]}, {@code node[1:9:2]}.
 */
final class HostRange {
  /** Hosts that one range may have. */
  static final int MOST = 1024;

  private static final Pattern ADDRESSES = Pattern.compile("([0-9a-fA-F:.]+)[-~]([0-9a-fA-F:.]+)");
  private static final Pattern BEGINS_WITH_IPV4 =
      Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+[^\\d.].*");
  private static final Pattern BRACKETS = Pattern.compile("[\\[{]([^\\[\\]{}]*)[]}]");
  private static final Pattern STEPS =
      Pattern.compile("(\\d{1,9}|[a-zA-Z])(?:[-~:]|\\.\\.)(\\d{1,9}|[a-zA-Z])(?::(\\d{1,4}))?");
  private static final Pattern BRACKETED = Pattern.compile("\\[([0-9a-fA-F:.]+)](?::\\d+)?");
  private static final Pattern SINGLE = Pattern.compile("[A-Za-z0-9-]+");

  private HostRange() {}

  /** The hosts that the text stands for, each a name or an address. */
  static List<String> hosts(String text) throws Refused {
    if (text.contains("/")) {
      throw new Refused(
          Cidr.isAddress(text.substring(0, text.indexOf('/')))
              ? Message.of("imports.bad.network", Shown.of(text))
              : Message.of("imports.bad.host", Shown.of(text)));
    }
    var addresses = ADDRESSES.matcher(text);
    if (addresses.matches() && Cidr.isAddress(addresses.group(1))) {
      return AddressRange.between(addresses.group(1), addresses.group(2), text);
    }
    if (BEGINS_WITH_IPV4.matcher(text).matches()) {
      throw new Refused(Message.of("imports.bad.range", Shown.of(text)));
    }
    var names = names(text);
    for (String name : names) {
      if (!HostForms.isHost(name)) {
        throw new Refused(notAHost(text, name));
      }
    }
    return names;
  }

  private static Message notAHost(String text, String name) {
    return !text.equals(name)
        ? Message.of("imports.bad.range", Shown.of(text))
        : Message.of("imports.bad.host", Shown.of(text));
  }

  /** The same with brackets only, and whatever names come of it. */
  static List<String> names(String text) throws Refused {
    var ipv6 = BRACKETED.matcher(text);
    if ((!text.contains("[") && !text.contains("{"))
        || (ipv6.matches() && Cidr.isAddress(ipv6.group(1)))) {
      return List.of(text);
    }
    List<String> names = List.of("");
    int end = 0;
    for (Matcher m = BRACKETS.matcher(text); m.find(); end = m.end()) {
      names = each(names, text.substring(end, m.start()), values(m.group(1), text), text);
    }
    return each(names, text.substring(end), List.of(""), text);
  }

  private static List<String> each(
      List<String> before, String fixed, List<String> values, String whole) throws Refused {
    refuseMoreThanMost((long) before.size() * values.size(), whole);
    var all = new ArrayList<String>();
    for (String start : before) {
      values.forEach(value -> all.add(start + fixed + value));
    }
    return all;
  }

  private static List<String> values(String inside, String whole) throws Refused {
    var values = new ArrayList<String>();
    for (String part : inside.split(",", -1)) {
      var steps = STEPS.matcher(part.strip());
      if (steps.matches()) {
        values.addAll(steps(steps, whole));
      } else if (SINGLE.matcher(part.strip()).matches()) {
        values.add(part.strip());
      } else {
        throw new Refused(Message.of("imports.bad.range", Shown.of(whole)));
      }
      refuseMoreThanMost(values.size(), whole);
    }
    return values;
  }

  private static List<String> steps(Matcher steps, String whole) throws Refused {
    boolean letters = Character.isLetter(steps.group(1).charAt(0));
    if (letters != Character.isLetter(steps.group(2).charAt(0))) {
      throw new Refused(Message.of("imports.bad.range", Shown.of(whole)));
    }
    int first = letters ? steps.group(1).charAt(0) : Integer.parseInt(steps.group(1));
    int last = letters ? steps.group(2).charAt(0) : Integer.parseInt(steps.group(2));
    int step = steps.group(3) == null ? 1 : Math.max(1, Integer.parseInt(steps.group(3)));
    if (last < first) {
      throw new Refused(Message.of("imports.bad.rangeBackwards", Shown.of(whole)));
    }
    refuseMoreThanMost((last - first) / step + 1L, whole);
    var width = steps.group(1).startsWith("0") ? steps.group(1).length() : 1;
    var values = new ArrayList<String>();
    for (int i = first; i <= last; i += step) {
      values.add(letters ? String.valueOf((char) i) : ("%0" + width + "d").formatted(i));
    }
    return values;
  }

  static void refuseMoreThanMost(long count, String whole) throws Refused {
    if (count > MOST) {
      throw new Refused(Message.of("imports.bad.rangeTooLarge", Shown.of(whole), MOST));
    }
  }
}
