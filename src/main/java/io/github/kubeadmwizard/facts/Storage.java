package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Disks.
 *
 * @param spaces one for each path that matters, whether or not it exists or is a mount of its own
 * @param swaps in use, or configured for the next boot
 * @param devices block devices that are disks or partitions
 * @param disks what is proven of whole disks; empty where nobody asked
 */
public record Storage(
    List<Space> spaces, List<Swap> swaps, List<BlockDevice> devices, Optional<Disks> disks)
    implements FactsPart {
  public Storage {
    spaces = List.copyOf(spaces);
    swaps = List.copyOf(swaps);
    devices = List.copyOf(devices);
  }

  /** Of which nobody asked what is on its disks. */
  public Storage(List<Space> spaces, List<Swap> swaps, List<BlockDevice> devices) {
    this(spaces, swaps, devices, Optional.empty());
  }

  /** The same with these disks. */
  public Storage withDisks(Disks proven) {
    return new Storage(spaces, swaps, devices, Optional.of(proven));
  }

  /** The space for a path that was asked for. */
  public Optional<Space> at(String path) {
    return spaces.stream().filter(space -> space.path().equals(path)).findFirst();
  }

  /** The same with other room. */
  public Storage withSpaces(List<Space> spaces) {
    return new Storage(spaces, swaps, devices, disks);
  }

  /** The same with other swap areas. */
  public Storage withSwaps(List<Swap> swaps) {
    return new Storage(spaces, swaps, devices, disks);
  }

  /** The same with a swap area more. */
  public Storage withSwap(Swap swap) {
    return withSwaps(Stream.concat(swaps.stream(), Stream.of(swap)).toList());
  }
}
