package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.HostForms;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.imports.CsvColumns.Column;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tables of hosts. With a header its words say what each column holds; without one the first column
 * is the address, and each of the others is known by its look: a port, a role, a key file, or else
 * the user. Columns of passwords are never looked into.
 */
public final class CsvHosts {
  private final Gathering gathering;

  private CsvHosts(Gathering gathering) {
    this.gathering = gathering;
  }

  /** The hosts of the text. */
  public static HostList read(String text, Setting setting) {
    var gathering = new Gathering(setting);
    new CsvHosts(gathering).read(CsvText.rows(text));
    return gathering.list();
  }

  private void read(List<CsvText.Row> rows) {
    var columns =
        rows.isEmpty() ? Optional.<CsvColumns>empty() : CsvColumns.of(rows.getFirst().cells());
    columns.ifPresent(c -> noteUnused(c, rows.getFirst()));
    for (var row : columns.isPresent() ? rows.subList(1, rows.size()) : rows) {
      try {
        var entry =
            columns.isPresent()
                ? byHeader(columns.get(), row.cells())
                : new CsvRow(row.cells()).read();
        add(row, columns, entry);
      } catch (Refused e) {
        gathering.bad(row.line(), shown(row, columns), e.why());
      }
    }
  }

  private void noteUnused(CsvColumns columns, CsvText.Row header) {
    var text = String.join(", ", header.cells());
    if (!columns.passwords().isEmpty()) {
      gathering.note(header.line(), text, Message.of("imports.note.password"));
    }
    if (!columns.unused().isEmpty()) {
      gathering.note(header.line(), text, Message.of("imports.csv.unused", columns.unused()));
    }
  }

  private void add(CsvText.Row row, Optional<CsvColumns> columns, Entry entry) throws Refused {
    var addresses = HostRange.hosts(entry.address());
    if (entry.name().isPresent() && addresses.size() > 1) {
      throw new Refused(Message.of("imports.bad.nameOfMany", entry.name().get()));
    }
    gathering.addAll(
        row.line(),
        shown(row, columns),
        addresses.stream().map(a -> entry.at(a).host(gathering.setting())).toList());
  }

  /** The row without its passwords; without a header any cell but the first may be one. */
  private static String shown(CsvText.Row row, Optional<CsvColumns> columns) {
    var cells = row.cells();
    if (columns.isEmpty()) {
      return cells.size() == 1 ? cells.getFirst() : cells.getFirst() + ", …";
    }
    return IntStream.range(0, cells.size())
        .mapToObj(i -> columns.get().passwords().contains(i) ? "…" : cells.get(i))
        .collect(Collectors.joining(", "));
  }

  private static Entry byHeader(CsvColumns columns, List<String> cells) throws Refused {
    var written = columns.cell(cells, Column.ADDRESS);
    if (written.isEmpty()) {
      throw new Refused(Message.of("imports.csv.noAddress"));
    }
    var spot = Spot.parse(written.get());
    var name = columns.cell(cells, Column.NAME);
    var port = columns.cell(cells, Column.PORT);
    var user = columns.cell(cells, Column.USER);
    var role = columns.cell(cells, Column.ROLE);
    return new Entry(
        name.isPresent() ? Optional.of(Entry.requiredNodeName(name.get())) : Optional.empty(),
        spot.hosts(),
        port.isPresent() ? Optional.of(Spot.port(port.get())) : spot.port(),
        user.isPresent() ? Optional.of(login(user.get())) : spot.user(),
        columns.cell(cells, Column.KEY),
        role.isPresent() ? roles(role.get()) : Set.of(),
        Optional.empty());
  }

  private static String login(String text) throws Refused {
    if (!HostForms.isLogin(text)) {
      throw new Refused(Message.of("imports.bad.user", Shown.of(text)));
    }
    return text;
  }

  private static Set<Role> roles(String text) throws Refused {
    return RoleWords.several(text)
        .orElseThrow(() -> new Refused(Message.of("imports.bad.role", Shown.of(text))));
  }
}
