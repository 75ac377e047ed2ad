package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonSpec.Rook;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.facts.Disk;
import io.github.kubeadmwizard.facts.Disks;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The disks that Ceph may take: none but those that somebody ticked, one by one. */
public final class RookModel {
  private final Basis basis;
  private final Runnable readAgain;

  RookModel(Basis basis, Runnable readAgain) {
    this.basis = basis;
    this.readAgain = readAgain;
  }

  /**
   * What is known of a host's disks.
   *
   * @param disks empty as long as they were not read
   * @param gone paths that are wished and that no disk goes by
   */
  public record HostDisks(String host, Optional<List<Disk>> disks, List<String> gone) {
    public HostDisks {
      disks = disks.map(List::copyOf);
      gone = List.copyOf(gone);
    }
  }

  private Rook wish() {
    return basis.spec().addons().find(Rook.class).orElse(Rook.DEFAULT);
  }

  /** Each host with its disks, in the user's order. */
  public List<HostDisks> hosts() {
    return basis.spec().hosts().stream().map(this::of).toList();
  }

  private HostDisks of(HostSpec host) {
    Optional<Disks> found = basis.factsOf(host).flatMap(facts -> facts.storage().disks());
    var gone =
        found.stream()
            .flatMap(
                disks -> wish().of(host.label()).stream().filter(path -> disks.at(path).isEmpty()))
            .toList();
    return new HostDisks(host.label(), found.map(Disks::all), gone);
  }

  /** Whether Ceph may take this disk. */
  public boolean takes(String host, Disk disk) {
    return wish().of(host).stream().anyMatch(disk::is);
  }

  /** Whether it can be ticked: only what is proven blank, or this cluster's Ceph's own already. */
  public static boolean mayBeTaken(Disk disk) {
    return disk.state() != Disk.State.USED;
  }

  /** Lets Ceph take this disk, or not. */
  public void take(String host, Disk disk, boolean wanted) {
    if (wanted && !mayBeTaken(disk)) {
      throw new IllegalArgumentException("not proven blank: " + disk.path());
    }
    change(
        host,
        paths -> {
          var others = new ArrayList<>(paths.stream().filter(path -> !disk.is(path)).toList());
          if (wanted) {
            others.add(disk.path());
          }
          return others;
        });
  }

  /** Gives up a path that no disk goes by. */
  public void forget(String host, String path) {
    change(host, paths -> paths.stream().filter(one -> !one.equals(path)).toList());
  }

  /** Hosts that the cluster has no more are left out by the way. */
  private void change(String host, UnaryOperator<List<String>> change) {
    var labels = basis.spec().hosts().stream().map(HostSpec::label).toList();
    var disks = new TreeMap<>(wish().disks());
    disks.keySet().retainAll(labels);
    disks.put(host, change.apply(wish().of(host)));
    put(fitting(wish().withDisks(disks)));
  }

  /** More copies than hosts cannot be; then their number is left to the hosts. */
  private static Rook fitting(Rook wish) {
    return wish.replicas().filter(copies -> copies > wish.disks().size()).isPresent()
        ? new Rook(wish.disks(), Optional.empty(), wish.defaultClass(), wish.filesystem())
        : wish;
  }

  private void put(Rook wish) {
    if (basis.spec().addons().has(AddonSpec.Name.ROOK)) {
      basis.draft().change(spec -> spec.with(spec.addons().with(wish)));
    }
  }

  /** Whether claims that name no class get their volume of it. */
  public boolean defaultClass() {
    return wish().defaultClass();
  }

  /** Sets that. */
  public void makeDefaultClass(boolean is) {
    put(new Rook(wish().disks(), wish().replicas(), is, wish().filesystem()));
  }

  /** Whether there are volumes that pods share. */
  public boolean filesystem() {
    return wish().filesystem();
  }

  /** Sets that. */
  public void makeFilesystem(boolean is) {
    put(new Rook(wish().disks(), wish().replicas(), wish().defaultClass(), is));
  }

  /** What comes of the disks that are ticked. */
  public Message outlook() {
    int hosts = wish().disks().size();
    if (hosts == 0) {
      return Message.of("choices.rook.noDisk");
    }
    return wish().copies() == 1
        ? Message.of("choices.rook.oneCopy", wish().count())
        : Message.of("choices.rook.copies", wish().count(), hosts, wish().copies());
  }

  /** What is wrong with them, if anything. */
  public Optional<Message> wrong() {
    return basis.spec().addons().has(AddonSpec.Name.ROOK)
        ? basis.broken(at -> at.startsWith("addons.rook"))
        : Optional.empty();
  }

  /** Reads the disks again. */
  public void readAgain() {
    readAgain.run();
  }
}
