package agency.steward.changeset.lane;

import agency.steward.changeset.Present;
import agency.steward.changeset.SurveyedKind;
import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Sites;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.instantly.Deadline;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rows whose subjects lie in one list: read a page at a time, written side by side, read back
 * together. Where the list is long, what is on a page is written while the next one is read.
 */
@ApplicationScoped
class Together {
  private static final int PAGE = 100;

  /** Of one block: what is compared with a list is written before that is too old. */
  static final int BLOCK = 100;

  private final Sites sites;
  private final Sending sending;
  private final Verifying verifying;
  private final LaneRecorder recorder;
  private final LaneConfig config;
  private final InstantSource clock;

  Together(
      Sites sites,
      Sending sending,
      Verifying verifying,
      LaneRecorder recorder,
      LaneConfig config,
      InstantSource clock) {
    this.sites = sites;
    this.sending = sending;
    this.verifying = verifying;
    this.recorder = recorder;
    this.config = config;
    this.clock = clock;
  }

  int make(Run run, List<LaneRow> rows, Present present) {
    try (Sending.Wave wave = sending.wave(run, present.list())) {
      int made =
          present.objects().size() <= PAGE || rows.stream().anyMatch(Together::needsTheSurvey)
              ? fromList(run, rows, present, wave)
              : pageByPage(run, rows, wave);
      verifying.sent(run, wave);
      return made;
    }
  }

  private static boolean needsTheSurvey(LaneRow row) {
    return row.attempt().change().objectId().isEmpty()
        || row.surveyed().filter(SurveyedKind::isPaged).isEmpty();
  }

  /** No more than can be written before the list is too old; the others come with the next pass. */
  private int fromList(Run run, List<LaneRow> rows, Present present, Sending.Wave wave) {
    var sightings = new Sightings(present.objects());
    List<LaneRow> first = rows.subList(0, Math.min(rows.size(), BLOCK));
    Deadline fresh = Deadline.in(config.freshness());
    return block(run, first, sightings::of, wave, fresh);
  }

  private int pageByPage(Run run, List<LaneRow> rows, Sending.Wave wave) {
    Map<String, LaneRow> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.attempt().change().objectId().orElseThrow(), row));
    SurveyedKind kind = rows.getFirst().surveyed().orElseThrow();
    int made = 0;
    try (Stream<ObjectNode> all = sites.bulk(run.workspace()).walk(kind.listing(), Map.of())) {
      Iterator<ObjectNode> objects = all.iterator();
      while (objects.hasNext() && !byId.isEmpty()) {
        made += page(run, objects, byId, wave);
        wave.checkStopped();
      }
    }
    return made + block(run, List.copyOf(byId.values()), row -> Optional.empty(), wave, fresh());
  }

  private Deadline fresh() {
    return Deadline.in(config.freshness());
  }

  private int page(
      Run run, Iterator<ObjectNode> objects, Map<String, LaneRow> byId, Sending.Wave wave) {
    var seen = new LinkedHashMap<LaneRow, ObjectNode>();
    for (int i = 0; i < PAGE && objects.hasNext(); i++) {
      ObjectNode object = objects.next();
      LaneRow row = byId.remove(object.path("id").asText());
      if (row != null) {
        seen.put(row, object);
      }
    }
    return block(
        run, List.copyOf(seen.keySet()), row -> Optional.ofNullable(seen.get(row)), wave, fresh());
  }

  /** What is as it was planned from is stored as intended, then sent. */
  private int block(
      Run run,
      List<LaneRow> rows,
      Function<LaneRow, Optional<ObjectNode>> now,
      Sending.Wave wave,
      Deadline fresh) {
    var ends = new LinkedHashMap<LaneRow, RowEnd>();
    var going = new ArrayList<LaneRow>();
    for (LaneRow row : rows) {
      Optional<Ending> ending =
          Comparison.of(row, now.apply(row), () -> GuardContext.PROVEN, run.lifted());
      ending.ifPresentOrElse(end -> ends.put(row, end.row(clock.instant())), () -> going.add(row));
    }
    if (!ends.isEmpty()) {
      recorder.end(run.lane(), ends, wave.list());
    }
    List<LaneRow> sent = going.isEmpty() ? List.of() : recorder.intend(run.lane(), going);
    sent.forEach(row -> wave.send(row, fresh));
    return ends.size() + sent.size();
  }
}
