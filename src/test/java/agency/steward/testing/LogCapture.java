package agency.steward.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final List<Level> handlersBefore;

  private LogCapture() {
    handlersBefore = List.of(root.getHandlers()).stream().map(Handler::getLevel).toList();
    setLevel(Level.ALL);
    setFormatter(new PatternFormatter("%p [%c] %X %s%E"));
  }

  public static LogCapture everything() {
    var capture = new LogCapture();
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
    lines.add(getFormatter().format(line));
  }

  @Override
  public void flush() {
    // kept in memory
  }

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(before);
    Handler[] handlers = root.getHandlers();
    for (int i = 0; i < handlers.length; i++) {
      handlers[i].setLevel(handlersBefore.get(i));
    }
  }
}
