package agency.steward.changeset.show;

import static java.nio.charset.StandardCharsets.UTF_8;

import agency.steward.changeset.attempt.Sleeper;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.instantly.Deadline;
import agency.steward.load.ClientStream;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Tells one client of a set in server-sent events, until it is over or not for these eyes. */
final class Telling {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
  private static final Duration PROGRESS_EVERY = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Whoever may not see it any more sees nothing of it a second later (contract 5). */
  private static final Duration ASK_AGAIN = Duration.ofMillis(500);

  /** The set that is told of, as it stands at the moment when it is asked for. */
  interface Source {

    ChangeSet now();

    /** The next of its rows that have changed after that event, in their order. */
    List<RecordedChange> after(long event);

    Object whole(ChangeSet set);

    Object progress(ChangeSet set);

    /** Whether the token still counts. */
    boolean isLive();

    /** Whether the grant by which it is seen still holds; asked less often than the others. */
    boolean isVisible();
  }

  private final Source source;
  private final ClientStream client;
  private final ObjectMapper json;
  private final Sleeper sleeper;
  private final LongSupplier clock;
  private final boolean resumed;
  private ChangeSet set;
  private volatile boolean gone;
  private long last;
  private String told = "";
  private Deadline nextProgress;
  private Deadline nextHeartbeat;
  private Deadline nextQuestion;

  /**
   * @param set as it was when it was asked for
   * @param after the last event that was seen; a snapshot is the beginning where it is empty, or
   *     one that this set has not come to
   * @param clock nanoseconds, monotonic
   */
  Telling(
      Source source,
      ClientStream client,
      ObjectMapper json,
      Sleeper sleeper,
      LongSupplier clock,
      ChangeSet set,
      OptionalLong after) {
    this.source = source;
    this.client = client;
    this.json = json;
    this.sleeper = sleeper;
    this.clock = clock;
    this.set = set;
    long newest = set.bulk().map(bulk -> bulk.events()).orElse(0L);
    this.resumed = after.isPresent() && after.getAsLong() >= 0 && after.getAsLong() <= newest;
    this.last = resumed ? after.getAsLong() : newest;
    this.nextProgress = in(Duration.ZERO);
    this.nextHeartbeat = in(HEARTBEAT);
    this.nextQuestion = in(ASK_AGAIN);
  }

  void run() throws IOException {
    client.onGone(() -> gone = true);
    if (!resumed) {
      send("snapshot", source.whole(set));
    }
    while (!gone && isAllowed()) {
      set = source.now(); // before its rows: the last of them may end it
      boolean news = changes();
      if (!news && set.state().isFinal()) {
        send("done", source.whole(set));
        return;
      }
      progress();
      heartbeat();
      sleeper.sleep(LOOK_AGAIN);
    }
  }

  /** Ends with the token, and with the grant by which the set is seen. */
  private boolean isAllowed() {
    if (!source.isLive()) {
      return false;
    }
    if (!isTime(nextQuestion)) {
      return true;
    }
    nextQuestion = in(ASK_AGAIN);
    return source.isVisible();
  }

  private boolean changes() throws IOException {
    List<RecordedChange> changed = source.after(last);
    for (RecordedChange row : changed) {
      last = row.origin().event();
      send("change", ChangeView.of(row));
    }
    return !changed.isEmpty();
  }

  /** At most twice a second, and only where something is different. */
  private void progress() throws IOException {
    if (isTime(nextProgress)) {
      var progress = source.progress(set);
      String text = json.writeValueAsString(progress);
      if (!text.equals(told)) {
        send("progress", progress);
        told = text;
      }
      nextProgress = in(PROGRESS_EVERY);
    }
  }

  private void heartbeat() throws IOException {
    if (isTime(nextHeartbeat)) {
      client.write(": alive\n\n".getBytes(UTF_8));
      nextHeartbeat = in(HEARTBEAT);
    }
  }

  private void send(String event, Object data) throws IOException {
    String text =
        "event: %s\nid: %d\ndata: %s\n\n".formatted(event, last, json.writeValueAsString(data));
    client.write(text.getBytes(UTF_8));
    nextHeartbeat = in(HEARTBEAT);
  }

  private Deadline in(Duration time) {
    return Deadline.after(clock.getAsLong(), time);
  }

  private boolean isTime(Deadline next) {
    return next.passed(clock.getAsLong());
  }
}
