package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.HostForms;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A row of a table without a header: what each cell is shows in its look, or it is refused. */
final class CsvRow {
  private final List<String> cells;
  private Optional<Integer> port = Optional.empty();
  private Optional<String> user = Optional.empty();
  private Optional<String> key = Optional.empty();
  private Set<Role> roles = Set.of();

  CsvRow(List<String> cells) {
    this.cells = cells.stream().map(cell -> Ascii.of(cell).strip()).toList();
  }

  Entry read() throws Refused {
    var spot = Spot.parse(cells.getFirst());
    port = spot.port();
    user = spot.user();
    for (String cell : cells.subList(1, cells.size())) {
      if (!cell.isEmpty()) {
        take(cell);
      }
    }
    return new Entry(Optional.empty(), spot.hosts(), port, user, key, roles, Optional.empty());
  }

  private void take(String cell) throws Refused {
    var words = RoleWords.several(cell);
    if (cell.matches("\\d+")) {
      port = Optional.of(Spot.port(cell));
    } else if (words.isPresent()) {
      roles = words.get();
    } else if (cell.matches("[~/].*|.*\\.pem")) {
      key = Optional.of(cell);
    } else if (user.isEmpty() && HostForms.isLogin(cell)) {
      user = Optional.of(cell);
    } else {
      throw new Refused(Message.of("imports.csv.noHeader"));
    }
  }
}
