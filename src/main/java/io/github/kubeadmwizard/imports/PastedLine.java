package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.HostForms;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a pasted list. A single role on it is that of all its hosts; of several, each is that
 * of the hosts before it, or after it where the line begins with one.
 */
final class PastedLine {
  private static final String SEPARATORS = " ,;";
  private static final Set<String> BULLETS = Set.of("-", "*", "•", "·");

  private final Gathering gathering;
  private final int number;
  private final String line;

  private final List<Place> places = new ArrayList<>();
  private final List<Set<Role>> roles = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private Optional<String> user = Optional.empty();
  private Optional<Integer> port = Optional.empty();
  private Optional<String> nextName = Optional.empty();
  private boolean afterRole;
  private boolean beginsWithRole;
  private boolean faulty;

  PastedLine(Gathering gathering, int number, String line) {
    this.gathering = gathering;
    this.number = number;
    this.line = line;
  }

  /** A host or a range on the line, and how many roles and keys stood before it. */
  private static final class Place {
    private final Spot spot;
    private final List<String> addresses;
    private final int rolesBefore;
    private Optional<String> name = Optional.empty();
    private Optional<String> key = Optional.empty();

    Place(Spot spot, List<String> addresses, int rolesBefore) {
      this.spot = spot;
      this.addresses = addresses;
      this.rolesBefore = rolesBefore;
    }
  }

  void read() {
    var tokens = new ArrayList<>(Tokens.of(Ascii.of(line), SEPARATORS));
    while (!tokens.isEmpty() && BULLETS.contains(tokens.getFirst())) {
      tokens.removeFirst();
    }
    if (tokens.size() > 1 && tokens.getFirst().equals("ssh")) {
      tokens.removeFirst();
    }
    for (int i = 0; i < tokens.size(); i++) {
      boolean option = tokens.get(i).matches("-[pil]") && i + 1 < tokens.size();
      attempt(tokens.get(i), option ? Optional.of(tokens.get(i + 1)) : Optional.empty());
      i += option ? 1 : 0;
    }
    if (!tokens.isEmpty() && places.isEmpty() && !faulty) {
      gathering.bad(number, line, Message.of("imports.bad.noHost"));
    }
    places.forEach(this::add);
  }

  private void attempt(String token, Optional<String> argument) {
    try {
      if (argument.isPresent()) {
        option(token, argument.get());
      } else {
        take(token);
      }
    } catch (Refused e) {
      refuse(e.why());
    }
  }

  private void refuse(Message why) {
    faulty = true;
    gathering.bad(number, line, why);
  }

  private void option(String option, String argument) throws Refused {
    switch (option) {
      case "-p" -> port = Optional.of(Spot.port(argument));
      case "-i" -> keys.add(argument);
      default -> user = Optional.of(login(argument));
    }
  }

  private static String login(String text) throws Refused {
    if (!HostForms.isLogin(text)) {
      throw new Refused(Message.of("imports.bad.user", Shown.of(text)));
    }
    return text;
  }

  private void take(String token) throws Refused {
    var role = RoleWords.one(token);
    int equals = token.indexOf('=');
    if (role.isPresent()) {
      role(role.get());
    } else if (equals > 0) {
      attribute(token.substring(0, equals), token.substring(equals + 1));
    } else {
      host(token);
    }
  }

  private void role(Role role) {
    if (!afterRole) {
      beginsWithRole |= roles.isEmpty() && places.isEmpty();
      roles.add(EnumSet.noneOf(Role.class));
    }
    roles.getLast().add(role);
    afterRole = true;
  }

  private void attribute(String attribute, String value) throws Refused {
    switch (attribute) {
      case "name", "名称" -> name(Entry.requiredNodeName(value));
      case "key", "密钥" -> key(value);
      default ->
          throw new Refused(
              attribute.matches("(?i).*(pass|pwd|secret|token|密码|口令).*")
                  ? Message.of("imports.bad.password")
                  : Message.of("imports.bad.attribute", Shown.of(attribute)));
    }
  }

  private void name(String name) {
    if (places.isEmpty()) {
      nextName = Optional.of(name);
    } else {
      places.getLast().name = Optional.of(name);
    }
  }

  private void key(String key) throws Refused {
    if (key.isBlank()) {
      throw new Refused(Message.of("imports.bad.key"));
    }
    keys.add(key);
    if (!places.isEmpty()) {
      places.getLast().key = Optional.of(key);
    }
  }

  private void host(String token) throws Refused {
    var spot = Spot.parse(token);
    var place = new Place(spot, HostRange.hosts(spot.hosts()), roles.size());
    place.name = nextName;
    nextName = Optional.empty();
    places.add(place);
    afterRole = false;
  }

  private void add(Place place) {
    if (place.name.isPresent() && place.addresses.size() > 1) {
      refuse(Message.of("imports.bad.nameOfMany", place.name.get()));
      return;
    }
    var found = place.addresses.stream().map(address -> entry(place, address)).toList();
    gathering.addAll(
        number, line, found.stream().map(entry -> entry.host(gathering.setting())).toList());
  }

  private Entry entry(Place place, String address) {
    return new Entry(
        place.name,
        address,
        place.spot.port().or(() -> port),
        place.spot.user().or(() -> user),
        keys.size() == 1 ? Optional.of(keys.getFirst()) : place.key,
        rolesOf(place),
        Optional.empty());
  }

  private Set<Role> rolesOf(Place place) {
    if (roles.size() == 1) {
      return roles.getFirst();
    }
    int index = place.rolesBefore - (beginsWithRole ? 1 : 0);
    return index < roles.size() ? roles.get(Math.max(0, index)) : Set.of();
  }
}
