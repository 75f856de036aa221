package agency.steward.changeset.lane.list;

import agency.steward.changeset.Present;
import agency.steward.changeset.SurveyedKind;
import agency.steward.changeset.guard.ListMemory;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.lane.LaneConfig;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.Run;
import agency.steward.changeset.lane.Stop;
import agency.steward.changeset.lane.written.ReadingRoom;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.planning.Memory;
import agency.steward.instantly.InstantlyWorkspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lists of a lane. One that has shrunk is not believed, and nothing is written there. */
@ApplicationScoped
public class Lists {
  private final Reading reading;
  private final Memory memory;
  private final ReadingRoom room;
  private final LaneConfig config;
  private final InstantSource clock;

  Lists(Reading reading, Memory memory, ReadingRoom room, LaneConfig config, InstantSource clock) {
    this.reading = reading;
    this.memory = memory;
    this.room = room;
    this.config = config;
    this.clock = clock;
  }

  /** Whole, as these rows need it. */
  public Page whole(Run run, SurveyedKind kind, List<LaneRow> rows) {
    Look seen =
        reading.look(run, config.freshness(), site -> survey(run, site, kind, intents(rows)));
    return Page.of(rows, true, seen, () -> look(run, kind, rows));
  }

  /** Throws where it has shrunk. */
  public void check(Run run, SurveyedKind kind) {
    survey(run, reading.of(run), kind, List.of());
  }

  private List<ObjectNode> survey(
      Run run, InstantlyWorkspace site, SurveyedKind kind, List<Intent> about) {
    Instant began = clock.instant();
    Present present = kind.survey(site, about).seen(began);
    memory.look(run.workspace().id(), present).ifPresent(Lists::refuse);
    return present.objects();
  }

  /** Rows of ours may be missing from it by now. */
  private Look look(Run run, SurveyedKind kind, List<LaneRow> rows) {
    return reading.look(
        run, config.freshness(), site -> kind.survey(site, intents(rows)).objects());
  }

  private static List<Intent> intents(List<LaneRow> rows) {
    return rows.stream().map(row -> row.attempt().intent()).toList();
  }

  /** How long it is, where it was seen whole so lately that it need not be read whole again. */
  public Optional<ListMemory> known(Run run, SurveyedKind kind) {
    Instant since = clock.instant().minus(config.known());
    return kind.list()
        .flatMap(list -> room.read(() -> memory.known(run.workspace().id(), list, since)));
  }

  /**
   * Page by page, each looked at as late as possible.
   *
   * @param before how long it is
   */
  public Walk walk(Run run, SurveyedKind kind, List<LaneRow> rows, ListMemory before) {
    InstantlyWorkspace site = reading.of(run, rows.size());
    Instant began = clock.instant();
    return new Walk(
        rows,
        site.leaves(kind.listing(), Map.of()),
        config.freshness(),
        count -> memory.doubt(before, count, began).ifPresent(Lists::refuse),
        others -> look(run, kind, others));
  }

  private static void refuse(Violation doubt) {
    throw new Stop.Signal(new Stop.Forbidden(doubt));
  }
}
