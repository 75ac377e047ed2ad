package io.github.kubeadmwizard.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import io.github.kubeadmwizard.home.PrivateDirectory;
import io.github.kubeadmwizard.home.UserDirectories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Logs into a small file in the user's state directory and never to the terminal, which belongs to
 * the run. Logback finds it as a service, after its own XML files and before its fallback.
 */
@ConfiguratorRank(FileLogging.BEFORE_THE_FALLBACK)
public final class FileLogging extends ContextAwareBase implements Configurator {
  static final int BEFORE_THE_FALLBACK = ConfiguratorRank.FALLBACK + 1;
  private static final String NAME = "kubeadm-wizard";
  private static final int OLD_FILES = 2;
  private static final FileSize LARGEST = new FileSize(2 * FileSize.MB_COEFFICIENT);

  /** sshj tells commands at DEBUG and passwords at TRACE. */
  private static final List<String> TALKATIVE = List.of("net.schmizz", "com.hierynomus");

  private final Path directory;

  /** For logback. */
  public FileLogging() {
    this(UserDirectories.ofThisUser().state());
  }

  FileLogging(Path directory) {
    this.directory = directory;
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getStatusManager().add(new NopStatusListener());
    var root = context.getLogger("ROOT");
    root.setLevel(Level.INFO);
    TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    file(context).ifPresent(root::addAppender);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Empty where nothing can be written: a log is no reason to stop an installation. */
  private Optional<RollingFileAppender<ILoggingEvent>> file(LoggerContext context) {
    try {
      PrivateDirectory.create(directory);
    } catch (IOException unwritable) {
      return Optional.empty();
    }
    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setName("file");
    appender.setFile(directory.resolve(NAME + ".log").toString());
    appender.setEncoder(lines(context));
    appender.setTriggeringPolicy(bySize(context));
    appender.setRollingPolicy(fewOldFiles(context, appender));
    appender.start();
    return Optional.of(appender);
  }

  private static PatternLayoutEncoder lines(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern("%date{ISO8601} %-5level %logger{0}: %msg%n");
    encoder.start();
    return encoder;
  }

  private static SizeBasedTriggeringPolicy<ILoggingEvent> bySize(LoggerContext context) {
    var policy = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    policy.setContext(context);
    policy.setMaxFileSize(LARGEST);
    policy.start();
    return policy;
  }

  private FixedWindowRollingPolicy fewOldFiles(
      LoggerContext context, RollingFileAppender<ILoggingEvent> appender) {
    var policy = new FixedWindowRollingPolicy();
    policy.setContext(context);
    policy.setParent(appender);
    policy.setFileNamePattern(directory.resolve(NAME + ".%i.log").toString());
    policy.setMinIndex(1);
    policy.setMaxIndex(OLD_FILES);
    policy.start();
    return policy;
  }
}
