package agency.steward.changeset.planning;

import agency.steward.changeset.BulkKind;
import agency.steward.changeset.BulkKinds;
import agency.steward.changeset.Present;
import agency.steward.changeset.guard.Finding;
import agency.steward.changeset.guard.GuardConfig;
import agency.steward.changeset.guard.Violation;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
        .map(of -> backwards(kind, requested, backwards.done(of, requested.only()), remember))
        .orElseGet(() -> forwards(kind, requested, remember));
  }

  private Sheet forwards(String name, Requested requested, boolean remember) {
    BulkKind kind =
        kinds
            .find(name)
            .orElseThrow(() -> new IllegalStateException("unknown kind of change set: " + name));
    var wishes = requested.wishes();
    Planner.Steps steps =
        (target, present) -> kind.plan(present, wishes.getOrDefault(target.workspace(), List.of()));
    return sheet(
        targets(requested),
        site -> kind.look(site, wishes.getOrDefault(site.workspace().id(), List.of())),
        new Planner(name, steps),
        target -> List.of(),
        remember);
  }

  private Sheet backwards(String name, Requested requested, Backwards.Done done, boolean remember) {
    Planner.Steps steps = (target, present) -> done.inverse(target.workspace(), present);
    return sheet(targets(requested), done::look, new Planner(name, steps), done::leftOut, remember);
  }

  /** Instead of a plan that nobody could make. */
  Sheet givenUp(String name, Requested requested) {
    var planner = new Planner(name, (target, present) -> List.of());
    var unread = survey.failed(targets(requested));
    var rows = unread.stream().flatMap(target -> planner.rows(target).stream()).toList();
    return Sheet.of(name, rows, Map.of(), unread.size());
  }

  /**
   * Each target is planned as soon as all have been asked and it was seen.
   *
   * @param besides rows that stand there only to be seen
   */
  private Sheet sheet(
      List<WorkspaceId> targets,
      Function<InstantlyWorkspace, Present> look,
      Planner planner,
      Function<Surveyed, List<PlannedRow>> besides,
      boolean remember) {
    List<Target> planned =
        survey.of(
            targets,
            look,
            seen ->
                new Target(
                    seen.workspace(),
                    seen.name(),
                    seen.glance(),
                    planner.rows(seen),
                    besides.apply(seen)));
    var doubts =
        memory.doubts(planned.stream().flatMap(one -> one.glance().stream()).toList(), remember);
    return sheet(planner, planned, doubts);
  }

  private static Sheet sheet(
      Planner planner, List<Target> targets, Map<WorkspaceId, Violation> doubts) {
    var rows = new ArrayList<PlannedRow>();
    var besides = new ArrayList<PlannedRow>();
    var people = new LinkedHashMap<WorkspaceId, Integer>();
    for (Target target : targets) {
      Violation why = doubts.get(target.workspace());
      if (why != null) {
        rows.addAll(planner.doubted(target.workspace(), target.name(), target.rows(), why));
        continue;
      }
      rows.addAll(target.rows());
      besides.addAll(target.besides());
      target.glance().ifPresent(seen -> people.put(target.workspace(), seen.count()));
    }
    rows.addAll(besides);
    return Sheet.of(planner.action(), rows, people, targets.size());
  }

  private record Target(
      WorkspaceId workspace,
      String name,
      Optional<Glance> glance,
      List<PlannedRow> rows,
      List<PlannedRow> besides) {}

  private static List<WorkspaceId> targets(Requested requested) {
    return List.copyOf(requested.wishes().keySet());
  }

  Sealed sealed(Sheet sheet, boolean byAutomation) {
    return new Sealed(
        sheet.digest(),
        sheet.requiredApprovals(guards, byAutomation),
        Finding.json(sheet.findings(guards, clock.instant())),
        sheet.coverage(),
        sheet.seen());
  }
}
