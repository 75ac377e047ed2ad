package io.github.kubeadmwizard.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for what comes on the screen by and by. */
public final class Patience {
  private static final int SECONDS = 20;

  private Patience() {}

  /** Until this holds, which is asked on JavaFX's thread. */
  public static void await(Callable<Boolean> holds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
  }
}
