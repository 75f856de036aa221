package agency.steward.changeset.planning;

import agency.steward.changeset.ChangeKinds;
import agency.steward.changeset.Present;
import agency.steward.changeset.Reversible;
import agency.steward.changeset.Step;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a set has done, to be planned backwards. */
@ApplicationScoped
class Backwards {
  private final ChangeSetStore sets;
  private final ChangeStore rows;
  private final ChangeKinds kinds;

  Backwards(ChangeSetStore sets, ChangeStore rows, ChangeKinds kinds) {
    this.sets = sets;
    this.rows = rows;
    this.kinds = kinds;
  }

  /** A row that was made, and who knows the way back, if anybody does. */
  private record Made(RecordedChange row, Optional<Reversible> kind) {

    List<Step> back(Present present) {
      return kind.map(way -> way.back(row.intent(), change(row), present)).orElse(List.of());
    }

    LeftOut leftOut(Present present) {
      return LeftOut.of(row, change(row), kind, present);
    }
  }

  /**
   * @param only of which subjects in a workspace; of all in one that is missing
   */
  Done done(ChangeSetId id, Map<WorkspaceId, Set<String>> only) {
    ChangeSet set = sets.find(id).orElseThrow();
    return new Done(
        rows.all(id, Optional.of(Result.APPLIED)).stream()
            .map(row -> made(set, row))
            .collect(Collectors.groupingBy(made -> made.row().workspace())),
        only);
  }

  private Made made(ChangeSet set, RecordedChange row) {
    return new Made(row, kinds.reversible(row.kindIn(set)));
  }

  /** With the id of what it has made, which nobody knew before. */
  private static Change change(RecordedChange row) {
    Optional<String> made =
        row.found().map(found -> found.path("id").asText()).filter(id -> !id.isEmpty());
    return row.change().objectId().isPresent() ? row.change() : row.change().of(made);
  }

  /** By workspace. */
  static final class Done {
    private final Map<WorkspaceId, List<Made>> made;
    private final Map<WorkspaceId, Set<String>> only;

    private Done(Map<WorkspaceId, List<Made>> made, Map<WorkspaceId, Set<String>> only) {
      this.made = made;
      this.only = only;
    }

    /**
     * All kinds of a set that know a way back have their subjects in one list; nothing is read
     * where none does.
     */
    Present look(InstantlyWorkspace instantly) {
      List<Made> here =
          here(instantly.workspace().id()).stream().filter(one -> one.kind().isPresent()).toList();
      List<Intent> done = here.stream().map(one -> one.row().intent()).toList();
      return here.stream()
          .flatMap(one -> one.kind().stream())
          .findFirst()
          .map(kind -> kind.lookBack(instantly, done))
          .orElseGet(() -> Present.of("nothing", List.of()));
    }

    /** Only of what is still as it was left. */
    List<Step> inverse(WorkspaceId workspace, Present present) {
      return here(workspace).stream()
          .flatMap(one -> one.back(present).stream())
          .filter(step -> isMeant(workspace, step.subject()))
          .toList();
    }

    /** Everything else, where it could be seen how it is. */
    List<PlannedRow> leftOut(Surveyed target) {
      return target instanceof Surveyed.Seen(WorkspaceId workspace, String name, Present present)
          ? here(workspace).stream()
              .filter(one -> one.back(present).isEmpty())
              .filter(one -> isMeant(workspace, one.row().change().subject()))
              .map(one -> PlannedRow.leftOut(name, one.leftOut(present)))
              .toList()
          : List.of();
    }

    /** Instantly may spell an address in another way than whoever asked. */
    private boolean isMeant(WorkspaceId workspace, String subject) {
      return Optional.ofNullable(only.get(workspace))
          .map(subjects -> subjects.stream().anyMatch(subject::equalsIgnoreCase))
          .orElse(true);
    }

    private List<Made> here(WorkspaceId workspace) {
      return made.getOrDefault(workspace, List.of());
    }
  }
}
