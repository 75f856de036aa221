package agency.steward.changeset.planning;

import agency.steward.changeset.BulkKind;
import agency.steward.changeset.BulkKinds;
import agency.steward.changeset.guard.Finding;
import agency.steward.changeset.guard.GuardConfig;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes a plan out of what is wanted: looks, plans, judges. Stores nothing. */
@ApplicationScoped
public class Planning {
  private final BulkKinds kinds;
  private final Survey survey;
  private final Memory memory;
  private final Backwards backwards;
  private final GuardConfig guards;
  private final InstantSource clock;

  Planning(
      BulkKinds kinds,
      Survey survey,
      Memory memory,
      Backwards backwards,
      GuardConfig guards,
      InstantSource clock) {
    this.kinds = kinds;
    this.survey = survey;
    this.memory = memory;
    this.backwards = backwards;
    this.guards = guards;
    this.clock = clock;
  }

  /**
   * Takes as long as the slowest target. Outside of any transaction.
   *
   * @param remember whether the looks count for later ones
   */
  Sheet sheet(String kind, Requested requested, boolean remember) {
    return requested
        .undoOf()
        .map(of -> backwards(kind, requested, of, remember))
        .orElseGet(() -> forwards(kind, requested, remember));
  }

  private Sheet forwards(String name, Requested requested, boolean remember) {
    BulkKind kind =
        kinds
            .find(name)
            .orElseThrow(() -> new IllegalStateException("unknown kind of change set: " + name));
    var wishes = requested.wishes();
    var surveyed =
        memory.compared(
            survey.of(
                targets(requested),
                site -> kind.look(site, wishes.getOrDefault(site.workspace().id(), List.of()))),
            remember);
    var rows =
        new Planner(name)
            .rows(
                surveyed,
                (target, present) ->
                    kind.plan(present, wishes.getOrDefault(target.workspace(), List.of())));
    return Sheet.of(name, rows, surveyed);
  }

  private Sheet backwards(String name, Requested requested, ChangeSetId of, boolean remember) {
    var done = backwards.done(of);
    var surveyed = memory.compared(survey.of(targets(requested), done::look), remember);
    var rows =
        new ArrayList<>(
            new Planner(name)
                .rows(surveyed, (target, present) -> done.inverse(target.workspace(), present)));
    surveyed.forEach(target -> rows.addAll(done.leftOut(target)));
    return Sheet.of(name, rows, surveyed);
  }

  /** Instead of a plan that nobody could make. */
  Sheet givenUp(String name, Requested requested) {
    var unread = survey.failed(targets(requested));
    return Sheet.of(name, new Planner(name).rows(unread, (target, present) -> List.of()), unread);
  }

  private static List<WorkspaceId> targets(Requested requested) {
    return List.copyOf(requested.wishes().keySet());
  }

  Sealed sealed(Sheet sheet, boolean byAutomation) {
    return new Sealed(
        "planned",
        sheet.digest(),
        sheet.requiredApprovals(guards, byAutomation),
        Finding.json(sheet.findings(guards, clock.instant())),
        sheet.coverage(),
        sheet.seen());
  }
}
