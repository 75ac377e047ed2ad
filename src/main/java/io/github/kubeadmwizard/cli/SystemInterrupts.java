package io.github.kubeadmwizard.cli;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The interrupts of this process. A shutdown hook would see only the first Ctrl-C and the process
 * would end with the hook, so the JDK's {@code sun.misc.Signal} (module jdk.unsupported) is used;
 * by reflection, because the compiler's warning about it cannot be silenced. Where it is missing,
 * Ctrl-C ends the program at once, which hosts and journal bear.
 */
public final class SystemInterrupts implements Interrupts {
  private static final Logger LOG = LoggerFactory.getLogger(SystemInterrupts.class);
  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  @Override
  public Watch watch(Runnable onInterrupt) {
    try {
      Class<?> handler = Class.forName(HANDLER);
      Object ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, args) ->
                  switch (method.getName()) {
                    case "handle" -> {
                      onInterrupt.run();
                      yield null;
                    }
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" ->
                        System.identityHashCode(proxy) == System.identityHashCode(args[0]);
                    default -> "kubeadm-wizard";
                  });
      Object before = handle(ours);
      return () -> restore(before);
    } catch (ReflectiveOperationException e) {
      LOG.info("Ctrl-C is not watched", e);
      return () -> {};
    }
  }

  private static Object handle(Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName(SIGNAL);
    Object interrupt = signal.getConstructor(String.class).newInstance("INT");
    return signal
        .getMethod("handle", signal, Class.forName(HANDLER))
        .invoke(null, interrupt, handler);
  }

  private static void restore(Object handler) {
    try {
      handle(handler);
    } catch (ReflectiveOperationException e) {
      LOG.info("Ctrl-C is not given back", e);
    }
  }

  @Override
  public void endNow(int exitCode) {
    Runtime.getRuntime().halt(exitCode);
  }
}
