package io.github.kubeadmwizard.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread for work that would hold up the screen; it goes away when there is none. */
final class BackgroundThread implements Executor {
  private final ThreadPoolExecutor thread;

  BackgroundThread(String name) {
    var factory = Thread.ofPlatform().daemon().name(name);
    thread =
        new ThreadPoolExecutor(
            1, 1, 2, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory.factory());
    thread.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable work) {
    thread.execute(work);
  }
}
