package agency.steward.changeset.ask;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.changeset.BulkKind;
import agency.steward.changeset.planning.Requested;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Selector;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the workspaces that a change set is about, and whether the caller may ask that of them. */
@ApplicationScoped
class Targeting {
  private final Access access;
  private final Workspaces workspaces;
  private final Allowing allowing;

  Targeting(Access access, Workspaces workspaces, Allowing allowing) {
    this.access = access;
    this.workspaces = workspaces;
    this.allowing = allowing;
  }

  /** The same of every target. */
  Asked everywhere(
      BulkKind kind,
      ChangeSetBody.TargetsBody chosen,
      List<ObjectNode> wishes,
      Optional<String> reason,
      boolean whenAllowed) {
    List<Workspace> targets = targets(chosen);
    if (targets.isEmpty()) {
      throw Problem.invalid("/targets", "No workspace that you may see is one of these targets")
          .thrown();
    }
    return kind.elsewhere(targets, wishes)
        .map(there -> elsewhere(kind, there, reason, whenAllowed))
        .orElseGet(() -> {
          var requested = Requested.everywhere(ids(targets), wishes);
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

  private List<Workspace> targets(ChangeSetBody.TargetsBody chosen) {
    int said =
        (chosen.selector().isPresent() ? 1 : 0)
            + (chosen.workspaceIds().isPresent() ? 1 : 0)
            + (chosen.all().isPresent() ? 1 : 0);
    if (said != 1 || !chosen.all().orElse(true)) {
      throw Problem.invalid(
              "/targets", "Say exactly one of selector, workspace_ids and all, which is true")
          .thrown();
    }
    return chosen.workspaceIds().map(this::named).orElseGet(() -> matching(chosen.selector()));
  }

  private List<Workspace> matching(Optional<String> selector) {
    return workspaces.matching(
        access.visible(Right.WORKSPACE_READ),
        selector.map(text -> Selector.parse(text, "/targets/selector")));
  }

  private List<Workspace> named(List<String> ids) {
    var visible = access.visible(Right.WORKSPACE_READ);
    var found = new LinkedHashMap<WorkspaceId, Workspace>();
    for (int at = 0; at < ids.size(); at++) {
      String pointer = "/targets/workspace_ids/" + at;
      Workspace workspace =
          Optional.ofNullable(ids.get(at))
              .flatMap(WorkspaceId::parse)
              .flatMap(workspaces::find)
              .filter(visible::includes)
              .orElseThrow(() ->
                  Problem.of(
                          ProblemCode.WORKSPACE_NOT_FOUND,
                          "There is no workspace with one of these ids, or it is outside your"
                              + " grants. Nothing was planned.")
                      .at(pointer, "There is no such workspace")
                      .thrown());
      found.put(workspace.id(), workspace);
    }
    return List.copyOf(found.values());
  }

  /** Each row of its own workspace. */
  Asked rows(
      BulkKind kind,
      List<RowAsked> rows,
      Optional<String> reason,
      boolean whenAllowed,
      Faults faults) {
    var names = new WorkspaceNames(matching(Optional.empty()));
    var targets = new LinkedHashMap<WorkspaceId, Workspace>();
    var wishes = new ArrayList<Requested.Row>(rows.size());
    var once = new Once(kind, faults);
    for (RowAsked row : rows) {
      int before = faults.count();
      ObjectNode wish = RowsAsked.row(kind, row, faults);
      String where = row.where() + kind.workspaceColumn();
      String name = row.fields().path(kind.workspaceColumn()).asText();
      if (name.isEmpty()) {
        faults.add(
            where, kind.workspaceColumn() + " is needed: an id, an external_id or a unique name");
        continue;
      }
      names
          .find(name, where, faults)
          .filter(found -> faults.count() == before && once.isNew(found, wish, row.where()))
          .ifPresent(found -> {
            targets.put(found.id(), found);
            wishes.add(new Requested.Row(found.id(), wish));
          });
    }
    faults.throwIfAny();
    return asked(kind, Requested.rows(ids(targets.values()), wishes), reason, whenAllowed);
  }

  private static List<WorkspaceId> ids(Collection<Workspace> targets) {
    return targets.stream().map(Workspace::id).toList();
  }
}
