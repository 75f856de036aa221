package agency.steward.changeset.lane.pass;

import agency.steward.changeset.Sight;
import agency.steward.changeset.SurveyedKind;
import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Execution;
import agency.steward.changeset.attempt.Looks;
import agency.steward.changeset.attempt.Sleeper;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.Run;
import agency.steward.changeset.lane.list.Page;
import agency.steward.changeset.lane.list.Reading;
import agency.steward.changeset.lane.list.Sightings;
import agency.steward.changeset.lane.written.LaneRecorder;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads back what became of rows, all of them from one list, and records it in batches. */
@ApplicationScoped
class Verifying {
  private static final Logger LOG = Logger.getLogger(Verifying.class);
  private static final int BATCH = 200;

  private final Reading reading;
  private final Looks looks;
  private final Execution execution;
  private final LaneRecorder recorder;
  private final Sending sending;
  private final Sleeper sleeper;
  private final InstantSource clock;

  Verifying(
      Reading reading,
      Looks looks,
      Execution execution,
      LaneRecorder recorder,
      Sending sending,
      Sleeper sleeper,
      InstantSource clock) {
    this.reading = reading;
    this.looks = looks;
    this.execution = execution;
    this.recorder = recorder;
    this.sending = sending;
    this.sleeper = sleeper;
    this.clock = clock;
  }

  /**
   * Looks once at all rows of a page and records their outcomes.
   *
   * @return the rows that Instantly accepted and whose effect does not show yet
   */
  List<Leftover> settle(Run run, Batch batch) {
    List<Leftover> sent = batch.acknowledged();
    List<Leftover> seen = sent.isEmpty() ? sent : onPage(batch.page(), sent);
    Map<LaneRow, RowEnd> ends = batch.ended();
    seen.stream().filter(Leftover::isDone).forEach(each -> ends.put(each.row(), applied(each)));
    record(run, ends, batch.unsent());
    return seen.stream().filter(each -> !each.isDone()).toList();
  }

  private static List<Leftover> onPage(Page page, List<Leftover> sent) {
    try {
      Page now = page.again().get();
      return sent.stream()
          .map(each ->
              now.tellsOf(each.row()) ? each.seen(sight(each.row(), now.now(each.row()))) : each)
          .toList();
    } catch (ProblemException unreadable) {
      LOG.debugf("Reading back a page failed: %s", unreadable.problem());
      return sent;
    }
  }

  /** Looks again and again at rows whose effect does not show, until they have to be given up. */
  void rest(Run run, List<Leftover> leftovers) {
    List<Leftover> open = leftovers;
    boolean looked = open.stream().allMatch(each -> each.last().isPresent());
    List<Duration> pauses = Looks.PAUSES;
    for (Duration pause : looked ? pauses.subList(1, pauses.size()) : pauses) {
      if (open.isEmpty()) {
        return;
      }
      if (!pause.isZero()) {
        sleeper.sleep(pause);
      }
      open = looked(run, open);
    }
    giveUp(run, open);
  }

  private List<Leftover> looked(Run run, List<Leftover> open) {
    Optional<Sightings> list = read(run, open.stream().map(Leftover::row).toList());
    if (list.isEmpty()) {
      return open.stream().map(Leftover::unseen).toList();
    }
    List<Leftover> seen =
        open.stream().map(each -> each.seen(sight(each.row(), list.get().of(each.row())))).toList();
    var ends = new LinkedHashMap<LaneRow, RowEnd>();
    seen.stream().filter(Leftover::isDone).forEach(each -> ends.put(each.row(), applied(each)));
    record(run, ends);
    return seen.stream().filter(each -> !each.isDone()).toList();
  }

  private RowEnd applied(Leftover row) {
    return new Ending.Applied(row.last().orElseThrow().now()).row(clock.instant());
  }

  private static Sight sight(LaneRow row, Optional<ObjectNode> now) {
    return row.surveyed().orElseThrow().sight(row.attempt().intent(), row.attempt().change(), now);
  }

  /** Instantly said yes, and it is not to be seen; or nothing is to be seen at all. */
  private void giveUp(Run run, List<Leftover> open) {
    var ends = new LinkedHashMap<LaneRow, RowEnd>();
    for (Leftover each : open) {
      Ending ending =
          execution.concluded(run.stay(), each.row().attempt(), each.written(), each.last());
      ends.put(each.row(), sending.row(ending));
    }
    record(run, ends);
  }

  private void record(Run run, Map<LaneRow, RowEnd> ends) {
    record(run, ends, List.of());
  }

  /**
   * @param again were certainly not sent
   */
  private void record(Run run, Map<LaneRow, RowEnd> ends, List<LaneRow> again) {
    var batch = new LinkedHashMap<LaneRow, RowEnd>();
    for (Map.Entry<LaneRow, RowEnd> each : ends.entrySet()) {
      batch.put(each.getKey(), each.getValue());
      if (batch.size() == BATCH) {
        recorder.end(run.lane(), new LinkedHashMap<>(batch), List.of());
        batch.clear();
      }
    }
    recorder.end(run.lane(), batch, again);
  }

  /** Empty where it gave no answer. */
  private Optional<Sightings> read(Run run, List<LaneRow> rows) {
    SurveyedKind kind = rows.getFirst().surveyed().orElseThrow();
    List<Intent> about = rows.stream().map(row -> row.attempt().intent()).toList();
    try {
      InstantlyWorkspace site = reading.of(run);
      return Optional.of(new Sightings(kind.survey(site, about).objects()));
    } catch (ProblemException unreadable) {
      LOG.debugf("Change set %s: reading back failed: %s", run.set().id(), unreadable.problem());
      return Optional.empty();
    }
  }

  /** By the list, where it is in one. */
  private Optional<Sight> look(Run run, LaneRow row, Optional<Sightings> list) {
    return row.surveyed().isPresent()
        ? list.map(seen -> sight(row, seen.of(row)))
        : looks.once(run.stay(), row.attempt(), Optional.empty());
  }

  /**
   * Rows that a replica had begun before it died. If the subject is as wanted, the row was done; if
   * the write may be repeated, it is begun again after a read and a comparison; otherwise the
   * outcome is still unknown.
   *
   * @return the rows that were seen halfway, to be continued
   */
  List<LaneRow> inherited(Run run, List<LaneRow> left) {
    var ends = new LinkedHashMap<LaneRow, RowEnd>();
    var again = new ArrayList<LaneRow>();
    var halfway = new ArrayList<LaneRow>();
    List<LaneRow> listed = left.stream().filter(row -> row.surveyed().isPresent()).toList();
    Optional<Sightings> list = listed.isEmpty() ? Optional.empty() : read(run, listed);
    for (LaneRow row : left) {
      Optional<Sight> sight = look(run, row, list);
      if (sight.isPresent() && sight.get() instanceof Sight.AsWanted wanted) {
        ends.put(row, new Ending.Applied(wanted.now()).row(clock.instant()));
      } else if (sight.isPresent() && sight.get() instanceof Sight.Halfway) {
        halfway.add(row);
      } else if (row.attempt().kind().isRepeatable() && sight.isPresent()) {
        again.add(row);
      } else {
        ends.put(row, sending.row(new Ending.Unknown()));
      }
    }
    record(run, ends, again);
    return halfway;
  }
}
