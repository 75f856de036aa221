package agency.steward.fleet;

import agency.steward.fleet.answer.Coverage;
import agency.steward.fleet.answer.Format;
import agency.steward.fleet.answer.Rows;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.Gathering;
import agency.steward.load.ClientStream;
import agency.steward.load.Streamed;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * One answer about many workspaces, sent part by part while they answer.
 *
 * @param begin starts asking the active ones
 * @param read what is read, in which order
 * @param bounds how much of it may be held
 */
record FleetAnswer(
    Targets targets,
    Function<RollCall, Asking> begin,
    Rows rows,
    FleetQuery query,
    Deadline deadline,
    Alarm alarm,
    Instant asOf,
    FleetRead read,
    Bounds bounds)
    implements Streamed {
  /** Bytes of a document for which its writer is woken. */
  private static final long WORTHWHILE = 64 * 1024;

  /**
   * @param gathering what is held of long lists
   * @param buffer bytes that may wait for a slow reader
   * @param held takes bytes that are held back from what all answers may hold together
   * @param heldBack bytes that may be held until it is certain that the answer is complete
   * @param ordered bytes that may be held to be put in order
   */
  record Bounds(Gathering gathering, LongConsumer held, long buffer, long heldBack, long ordered) {}

  /** No call is left behind, however it ends. */
  @Override
  public void sendTo(ClientStream client) throws IOException {
    var roll = new RollCall(targets.active(), bounds.gathering(), room(), worthwhile());
    Runnable disarm = alarm.at(deadline, () -> roll.timeUp(this::late));
    client.onGone(roll::abandon);
    try (Asking asking = begin.apply(roll)) {
      send(roll, client);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Steward is stopping", stopped);
    } finally {
      disarm.run();
    }
  }

  private void send(RollCall roll, ClientStream client) throws IOException, InterruptedException {
    var parts = new Parts(rows, client, heldBack(), bounds.held());
    var tally = new Tally(targets, read.silence());
    var ordered = new OrderedRows(bounds.ordered(), bounds.held());
    for (List<Reading> batch = roll.next(); !batch.isEmpty(); batch = roll.next()) {
      for (Reading reading : batch) {
        take(reading, tally, parts, ordered);
      }
      parts.flush();
    }
    Coverage coverage = tally.coverage(asOf);
    query.completeness().check(coverage);
    parts.release();
    ordered.sendTo(parts);
    new AbsentRows(rows, read.standIn()).sendTo(parts, targets, tally);
    parts.end(coverage);
  }

  private static void take(Reading reading, Tally tally, Parts parts, OrderedRows ordered)
      throws IOException {
    switch (reading) {
      case Reading.Rows(var workspace, var bytes) -> {
        tally.answered(reading);
        parts.add(bytes);
      }
      case Reading.Ordered rows -> take(rows, tally, ordered);
      case Reading.Missing(var workspace, var problem) -> tally.failed(workspace, problem);
    }
  }

  private static void take(Reading.Ordered rows, Tally tally, OrderedRows ordered) {
    try {
      if (ordered.add(rows)) {
        tally.answered(rows);
      } else {
        tally.failed(rows.workspace(), tooMuch());
      }
    } catch (ProblemException full) {
      tally.failed(rows.workspace(), full.problem());
    }
  }

  private Optional<Long> heldBack() {
    return query.completeness() == Completeness.ANY
        ? Optional.empty()
        : Optional.of(bounds.heldBack());
  }

  /** Where everything is held back until it is known to be complete, holding back is no reason. */
  private long room() {
    return query.completeness() == Completeness.ANY ? bounds.buffer() : Long.MAX_VALUE;
  }

  /** Lines are good for something one by one; a document is not before its end. */
  private long worthwhile() {
    return query.format() == Format.JSON ? WORTHWHILE : 0;
  }

  private static Problem tooMuch() {
    return Problem.of(
        ProblemCode.ANSWER_TOO_LARGE,
        "The rows of this workspace do not fit any more into an answer in one order. Ask for less,"
            + " or for NDJSON or CSV.");
  }

  private Problem late(Workspace workspace, boolean asked) {
    String detail =
        asked
            ? "Instantly did not answer for this workspace within %s"
            : "This workspace was not asked within %s: too many others, or a slow reader";
    return Problem.of(
        ProblemCode.UPSTREAM_TIMEOUT,
        detail.formatted(query.deadline()) + "; a longer deadline may help");
  }
}
