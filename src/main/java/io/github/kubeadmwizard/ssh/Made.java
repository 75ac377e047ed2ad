package io.github.kubeadmwizard.ssh;

import java.util.function.Supplier;
import net.schmizz.sshj.common.Factory;

/**
 * What sshj takes by its name and has made anew for each use.
 *
 * @param name as the two sides say it to each other
 */
record Made<T>(String name, Supplier<T> maker) implements Factory.Named<T> {
  @Override
  public String getName() {
    return name;
  }

  @Override
  public T create() {
    return maker.get();
  }
}
