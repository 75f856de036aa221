package agency.steward.changeset.lane;

import agency.steward.changeset.attempt.ChangeSetConfig;
import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Execution;
import agency.steward.changeset.attempt.Sites;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.instantly.Deadline;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Sends what has been stored as intended: side by side, and never after the lease has ended. */
@ApplicationScoped
class Sending {
  private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

  private final Sites sites;
  private final Execution execution;
  private final LaneRecorder recorder;
  private final ChangeSetConfig changes;
  private final LaneConfig config;
  private final InstantSource clock;

  Sending(
      Sites sites,
      Execution execution,
      LaneRecorder recorder,
      ChangeSetConfig changes,
      LaneConfig config,
      InstantSource clock) {
    this.sites = sites;
    this.execution = execution;
    this.recorder = recorder;
    this.changes = changes;
    this.config = config;
    this.clock = clock;
  }

  Wave wave(Run run, String list) {
    return new Wave(run, list);
  }

  /** For one write, no longer than the lane is ours. */
  Sites.Writing writing(Run run) {
    return sites.writing(run.workspace(), run.lane().within(changes.writeWithin()));
  }

  /** As it is written down; what nobody knows yet is looked at again soon. */
  RowEnd row(Ending ending) {
    Instant now = clock.instant();
    RowEnd end = ending.row(now);
    return ending instanceof Ending.Unknown ? end.until(now.plus(FIRST_LOOK)) : end;
  }

  /**
   * Why nothing further is to be sent, given how a row ended; empty where it says nothing of
   * others.
   */
  static Optional<Stop> lesson(Ending ending) {
    if (ending instanceof Ending.Failed failed
        && (Troubles.closes(failed.problem().code())
            || failed.problem().code() == ProblemCode.UPSTREAM_RATE_LIMITED)) {
      return Optional.of(Troubles.of(failed.problem()));
    }
    return Optional.empty();
  }

  /** Rows that are on their way, or wait to be read back. */
  final class Wave implements AutoCloseable {
    private final Run run;
    private final String list;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(config.rowsInFlight());
    private final Map<LaneRow, Optional<ObjectNode>> acknowledged =
        Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<LaneRow, RowEnd> ended = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<LaneRow> unsent = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Optional<Stop>> stopped = new AtomicReference<>(Optional.empty());

    private Wave(Run run, String list) {
      this.run = run;
      this.list = list;
    }

    String list() {
      return list;
    }

    /** Waits until there is room for it. */
    void send(LaneRow row, Deadline fresh) {
      room.acquireUninterruptibly();
      threads.execute(() -> {
        try {
          sendNow(row, fresh);
        } finally {
          room.release();
        }
      });
    }

    private void sendNow(LaneRow row, Deadline fresh) {
      if (fresh.passed() || run.lane().isLost() || stopped.get().isPresent()) {
        unsent.add(row);
        return;
      }
      try {
        note(row, execution.send(run.workspace(), row.attempt(), writing(run)));
      } catch (ProblemException closed) {
        stopped.set(Optional.of(Troubles.of(closed)));
        unsent.add(row);
      }
    }

    private void note(LaneRow row, Execution.Sent sent) {
      sent.ending()
          .ifPresentOrElse(ending -> end(row, ending), () -> acknowledged.put(row, sent.written()));
    }

    private void end(LaneRow row, Ending ending) {
      Optional<Stop> lesson = lesson(ending);
      if (lesson.isPresent() || isTooLate(ending)) {
        lesson.ifPresent(stop -> stopped.set(Optional.of(stop)));
        unsent.add(row);
      } else {
        ended.put(row, row(ending));
      }
    }

    private static boolean isTooLate(Ending ending) {
      return ending instanceof Ending.Failed failed
          && failed.problem().code() == ProblemCode.DATABASE_UNAVAILABLE;
    }

    /** Waits for all that were sent. */
    void await() {
      room.acquireUninterruptibly(config.rowsInFlight());
      room.release(config.rowsInFlight());
    }

    Map<LaneRow, Optional<ObjectNode>> acknowledged() {
      return new LinkedHashMap<>(acknowledged);
    }

    /** What needs no reading back; rows that were not sent can be begun again. */
    void recordEnded() {
      if (!ended.isEmpty()) {
        recorder.end(run.lane(), new LinkedHashMap<>(ended), list);
        ended.clear();
      }
      recorder.again(run.lane(), List.copyOf(unsent));
      unsent.clear();
    }

    void checkStopped() {
      stopped
          .get()
          .ifPresent(stop -> {
            await();
            throw new Stop.Signal(stop);
          });
    }

    /** So that nothing is on its way any more when the lane is given back. */
    @Override
    public void close() {
      await();
      threads.shutdown();
    }
  }
}
