package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The registries and mirrors that are reached in a way of their own. */
public final class Registries {
  private final Basis basis;
  private final Runnable told;
  private final ObservableList<RegistryRow> rows = FXCollections.observableArrayList();
  // one for all: it follows the rows only as long as somebody holds it
  private final ObservableList<RegistryRow> shown = FXCollections.unmodifiableObservableList(rows);
  private boolean taking;

  /**
   * @param told is run when anything changed
   */
  Registries(Basis basis, Runnable told) {
    this.basis = basis;
    this.told = told;
  }

  void follow() {
    SortedMap<String, RegistrySpec> chosen = basis.spec().images().registries();
    if (taking || chosen.equals(right())) {
      return;
    }
    rows.setAll(chosen.entrySet().stream().map(one -> row(one.getKey(), one.getValue())).toList());
  }

  private RegistryRow row(String host, RegistrySpec spec) {
    return new RegistryRow(host, spec, basis.secrets(), this::take);
  }

  private void take() {
    taking = true;
    var right = right();
    basis.draft().change(spec -> spec.with(spec.images().withRegistries(right)));
    taking = false;
    told.run();
  }

  private SortedMap<String, RegistrySpec> right() {
    var right = new TreeMap<String, RegistrySpec>();
    rows.forEach(
        row -> row.chosen().ifPresent(one -> right.putIfAbsent(one.getKey(), one.getValue())));
    return right;
  }

  /** What is typed so far. */
  public ObservableList<RegistryRow> rows() {
    return shown;
  }

  /** One more, to be typed. */
  public void add() {
    rows.add(row("", RegistrySpec.DEFAULT));
    told.run();
  }

  /** One fewer. */
  public void remove(RegistryRow row) {
    rows.remove(row);
    take();
  }

  /** Whether something is wrong or missing somewhere. */
  boolean isWrong() {
    return rows.stream().anyMatch(RegistryRow::isWrong);
  }
}
