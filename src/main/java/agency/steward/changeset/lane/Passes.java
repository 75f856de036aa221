package agency.steward.changeset.lane;

import agency.steward.changeset.Present;
import agency.steward.changeset.SurveyedKind;
import agency.steward.changeset.attempt.Sites;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.planning.Memory;
import agency.steward.instantly.InstantlyWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One pass over rows of a lane: those that can be read together, then the others one by one. */
@ApplicationScoped
class Passes {
  private final Sites sites;
  private final Memory memory;
  private final Together together;
  private final Alone alone;
  private final Verifying verifying;
  private final InstantSource clock;

  Passes(
      Sites sites,
      Memory memory,
      Together together,
      Alone alone,
      Verifying verifying,
      InstantSource clock) {
    this.sites = sites;
    this.memory = memory;
    this.together = together;
    this.alone = alone;
    this.verifying = verifying;
    this.clock = clock;
  }

  /** How many rows came to an end, or were sent; none where all subjects are held by others. */
  int make(Run run, List<LaneRow> rows) {
    Optional<SurveyedKind> kind = rows.stream().flatMap(row -> row.surveyed().stream()).findFirst();
    Optional<Present> present = kind.map(surveyed -> survey(run, surveyed, next(rows)));
    List<LaneRow> many = rows.stream().filter(row -> !row.isAlone()).toList();
    List<LaneRow> few = rows.stream().filter(LaneRow::isAlone).toList();
    int made = many.isEmpty() ? 0 : together.make(run, many, present.orElseThrow());
    String list = present.map(Present::list).orElse("");
    for (LaneRow row : few) {
      made += alone.make(run, row, list) ? 1 : 0;
    }
    return made;
  }

  /** Those that are compared with the survey, should it take one. */
  private static List<Intent> next(List<LaneRow> rows) {
    return rows.stream()
        .filter(row -> !row.isAlone())
        .limit(Together.BLOCK)
        .map(row -> row.attempt().intent())
        .toList();
  }

  /** What has shrunk is not believed, and nothing is written there. */
  private Present survey(Run run, SurveyedKind kind, List<Intent> next) {
    InstantlyWorkspace site = sites.bulk(run.workspace());
    site.proveIdentity();
    var began = clock.instant();
    Present present = kind.survey(site, next).seen(began);
    Optional<Violation> doubt = memory.look(run.workspace().id(), present);
    doubt.ifPresent(why -> {
      throw new Stop.Signal(new Stop.Forbidden(why));
    });
    return present;
  }

  /** Rows of a holder who has died: read back before anything is sent. */
  void settle(Run run, List<LaneRow> left) {
    verifying.inherited(run, left);
  }
}
