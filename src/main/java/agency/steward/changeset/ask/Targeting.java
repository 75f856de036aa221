package agency.steward.changeset.ask;

import agency.steward.changeset.BulkKind;
import agency.steward.changeset.planning.Requested;
import agency.steward.problem.Problem;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked of which workspaces, and whether the caller may ask that of them. */
@ApplicationScoped
class Targeting {
  private final Targets targets;
  private final Allowing allowing;

  Targeting(Targets targets, Allowing allowing) {
    this.targets = targets;
    this.allowing = allowing;
  }

  /** The same of every target. */
  Asked everywhere(
      BulkKind kind,
      ChangeSetBody.TargetsBody chosen,
      List<ObjectNode> wishes,
      Optional<String> reason,
      boolean whenAllowed) {
    List<Workspace> everywhere = targets.chosen(chosen);
    return kind.elsewhere(everywhere, wishes)
        .map(there -> elsewhere(kind, there, reason, whenAllowed))
        .orElseGet(() -> {
          var requested = Requested.everywhere(ids(everywhere), wishes);
          return asked(kind, requested, reason, whenAllowed);
        });
  }

  private Asked elsewhere(
      BulkKind kind,
      Map<Workspace, List<ObjectNode>> there,
      Optional<String> reason,
      boolean whenAllowed) {
    var wishes = new ArrayList<Requested.Row>();
    there.forEach((workspace, wanted) ->
        wanted.forEach(wish -> wishes.add(new Requested.Row(workspace.id(), wish))));
    if (wishes.isEmpty()) {
      throw Problem.invalid("/targets", "None of these targets can be asked for that").thrown();
    }
    return asked(kind, Requested.rows(ids(there.keySet()), wishes), reason, whenAllowed);
  }

  private Asked asked(
      BulkKind kind, Requested requested, Optional<String> reason, boolean whenAllowed) {
    allowing.check(kind, requested);
    return new Asked(kind, requested, reason, whenAllowed);
  }

  /** Each row of its own workspace. */
  Asked rows(
      BulkKind kind,
      List<RowAsked> rows,
      Optional<String> reason,
      boolean whenAllowed,
      Faults faults) {
    WorkspaceNames names = targets.names(rows.stream().map(row -> name(kind, row)));
    var found = new LinkedHashSet<WorkspaceId>();
    var wishes = new ArrayList<Requested.Row>(rows.size());
    var once = new Once(kind, faults);
    for (RowAsked row : rows) {
      int before = faults.count();
      ObjectNode wish = RowsAsked.row(kind, row, faults);
      target(kind, row, names, faults)
          .filter(target -> faults.count() == before && once.isNew(target, wish, row.where()))
          .ifPresent(target -> {
            found.add(target.id());
            wishes.add(new Requested.Row(target.id(), wish));
          });
    }
    faults.throwIfAny();
    return asked(kind, Requested.rows(List.copyOf(found), wishes), reason, whenAllowed);
  }

  private static Optional<Workspace> target(
      BulkKind kind, RowAsked row, WorkspaceNames names, Faults faults) {
    String where = row.where() + kind.workspaceColumn();
    Optional<String> name = RowsAsked.workspace(kind, row, faults).filter(text -> !text.isEmpty());
    if (name.isEmpty()) {
      faults.add(
          where, kind.workspaceColumn() + " is needed: an id, an external_id or a unique name");
      return Optional.empty();
    }
    return names.find(name.get(), where, faults);
  }

  private static String name(BulkKind kind, RowAsked row) {
    return row.fields().path(kind.workspaceColumn()).asText();
  }

  private static List<WorkspaceId> ids(Collection<Workspace> targets) {
    return targets.stream().map(Workspace::id).toList();
  }
}
