package agency.steward.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Everything that is logged while it is open, down to the finest level of whatever has no level of
 * its own, with parameters and stack traces; what the console shows stays as it was.
 */
public final class LogCapture extends Handler implements AutoCloseable {
  /** It runs in this process, and logs what a caller may know. */
  private static final String CLIENT_OF_THE_TESTS = "org.apache.http";

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final List<Level> handlersBefore;
  private final Map<Logger, Level> silentBefore = new LinkedHashMap<>();

  private LogCapture() {
    handlersBefore = List.of(root.getHandlers()).stream().map(Handler::getLevel).toList();
    setLevel(Level.ALL);
    setFormatter(new PatternFormatter("%p [%c] %X %s%E"));
  }

  /**
   * @param silent categories that are off in tests and are to be heard here
   */
  public static LogCapture everything(String... silent) {
    var capture = new LogCapture();
    for (String category : silent) {
      Logger logger = Logger.getLogger(category);
      capture.silentBefore.put(logger, logger.getLevel());
      logger.setLevel(Level.ALL);
    }
    for (Handler handler : capture.root.getHandlers()) {
      if (handler.getLevel().intValue() < Level.INFO.intValue()) {
        handler.setLevel(Level.INFO);
      }
    }
    capture.root.addHandler(capture);
    capture.root.setLevel(Level.ALL);
    return capture;
  }

  public String text() {
    return lines.stream().collect(Collectors.joining("\n"));
  }

  @Override
  public void publish(LogRecord line) {
    if (!String.valueOf(line.getLoggerName()).startsWith(CLIENT_OF_THE_TESTS)) {
      lines.add(getFormatter().format(line));
    }
  }

  @Override
  public void flush() {
    // kept in memory
  }

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(before);
    silentBefore.forEach(Logger::setLevel);
    Handler[] handlers = root.getHandlers();
    for (int i = 0; i < handlers.length; i++) {
      handlers[i].setLevel(handlersBefore.get(i));
    }
  }
}
