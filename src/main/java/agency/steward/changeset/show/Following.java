package agency.steward.changeset.show;

import static java.nio.charset.StandardCharsets.UTF_8;

import agency.steward.access.Access;
import agency.steward.changeset.attempt.Sleeper;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.instantly.Deadline;
import agency.steward.load.ClientStream;
import agency.steward.load.Streamed;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells of a set as it goes on, in server-sent events, until it is over. */
@ApplicationScoped
class Following {
  private static final int BLOCK = 500;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
  private static final Duration PROGRESS_EVERY = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Whoever may not see it any more sees nothing of it a second later (contract 5). */
  private static final Duration ASK_AGAIN = Duration.ofMillis(500);

  private final ChangeSets sets;
  private final ChangeSetStore store;
  private final ChangeStore rows;
  private final Access access;
  private final ObjectMapper json;
  private final Sleeper sleeper;
  private final InstantSource clock;

  Following(
      ChangeSets sets,
      ChangeSetStore store,
      ChangeStore rows,
      Access access,
      ObjectMapper json,
      Sleeper sleeper,
      InstantSource clock) {
    this.sets = sets;
    this.store = store;
    this.rows = rows;
    this.access = access;
    this.json = json;
    this.sleeper = sleeper;
    this.clock = clock;
  }

  /**
   * @param after the last event that was seen; a snapshot is the beginning where it is empty, or
   *     one that this set has not come to
   */
  Streamed of(ChangeSet set, OptionalLong after) {
    Instant until = access.until();
    return client -> new Stream(set, after, until, client).run();
  }

  private final class Stream {
    private final ClientStream client;
    private final Instant until;
    private final boolean resumed;
    private volatile boolean gone;
    private ChangeSet set;
    private long last;
    private String told = "";
    private Deadline nextProgress = Deadline.in(Duration.ZERO);
    private Deadline nextHeartbeat = Deadline.in(HEARTBEAT);
    private Deadline nextQuestion = Deadline.in(ASK_AGAIN);

    private Stream(ChangeSet set, OptionalLong after, Instant until, ClientStream client) {
      this.set = set;
      this.until = until;
      this.client = client;
      long newest = set.bulk().map(bulk -> bulk.events()).orElse(0L);
      this.resumed = after.isPresent() && after.getAsLong() >= 0 && after.getAsLong() <= newest;
      this.last = resumed ? after.getAsLong() : newest;
    }

    private void run() throws IOException {
      client.onGone(() -> gone = true);
      if (!resumed) {
        send("snapshot", sets.view(set));
      }
      while (!gone && isAllowed()) {
        set = store.find(set.id()).orElse(set); // before its rows: the last of them may end it
        boolean news = changes();
        if (!news && set.state().isFinal()) {
          send("done", sets.view(set));
          return;
        }
        progress();
        heartbeat();
        sleeper.sleep(LOOK_AGAIN);
      }
    }

    /** Ends with the token, and with the grant by which the set is seen. */
    private boolean isAllowed() {
      if (!clock.instant().isBefore(until)) {
        return false;
      }
      if (nextQuestion.passed()) {
        nextQuestion = Deadline.in(ASK_AGAIN);
        try {
          sets.visible(set.id().toString());
        } catch (ProblemException notAnyMore) {
          return false;
        }
      }
      return true;
    }

    private boolean changes() throws IOException {
      List<RecordedChange> changed = rows.after(set.id(), last, BLOCK);
      for (RecordedChange row : changed) {
        last = row.origin().event();
        send("change", ChangeView.of(row));
      }
      return !changed.isEmpty();
    }

    /** At most twice a second, and only where something is different. */
    private void progress() throws IOException {
      if (nextProgress.passed()) {
        var progress = sets.progress(set);
        String text = json.writeValueAsString(progress);
        if (!text.equals(told)) {
          send("progress", progress);
          told = text;
        }
        nextProgress = Deadline.in(PROGRESS_EVERY);
      }
    }

    private void heartbeat() throws IOException {
      if (nextHeartbeat.passed()) {
        client.write(": alive\n\n".getBytes(UTF_8));
        nextHeartbeat = Deadline.in(HEARTBEAT);
      }
    }

    private void send(String event, Object data) throws IOException {
      String text =
          "event: %s\nid: %d\ndata: %s\n\n".formatted(event, last, json.writeValueAsString(data));
      client.write(text.getBytes(UTF_8));
      nextHeartbeat = Deadline.in(HEARTBEAT);
    }
  }

  /** A number that some stream of this set has sent; anything else begins anew. */
  static OptionalLong position(Optional<String> lastEventId) {
    try {
      return lastEventId.isPresent()
          ? OptionalLong.of(Long.parseLong(lastEventId.get()))
          : OptionalLong.empty();
    } catch (NumberFormatException notOurs) {
      return OptionalLong.empty();
    }
  }
}
