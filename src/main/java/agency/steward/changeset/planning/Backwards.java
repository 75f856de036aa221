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

  Done done(ChangeSetId id) {
    ChangeSet set = sets.find(id).orElseThrow();
    return new Done(
        rows.all(id, Optional.of(Result.APPLIED)).stream()
            .map(row -> made(set, row))
            .collect(Collectors.groupingBy(made -> made.row().workspace())));
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

    private Done(Map<WorkspaceId, List<Made>> made) {
      this.made = made;
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
      return here(workspace).stream().flatMap(one -> one.back(present).stream()).toList();
    }

    /** Everything else, where it could be seen how it is. */
    List<PlannedRow> leftOut(Surveyed target) {
      return target instanceof Surveyed.Seen(WorkspaceId workspace, String name, Present present)
          ? here(workspace).stream()
              .filter(one -> one.back(present).isEmpty())
              .map(one -> PlannedRow.leftOut(name, one.leftOut(present)))
              .toList()
          : List.of();
    }

    private List<Made> here(WorkspaceId workspace) {
      return made.getOrDefault(workspace, List.of());
    }
  }
}
