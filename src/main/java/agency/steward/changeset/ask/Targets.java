package agency.steward.changeset.ask;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Selector;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which workspaces are meant, of those that the caller may see; for them there are no others. */
@ApplicationScoped
class Targets {
  private final Access access;
  private final Workspaces workspaces;

  Targets(Access access, Workspaces workspaces) {
    this.access = access;
    this.workspaces = workspaces;
  }

  /** At least one. */
  List<Workspace> chosen(ChangeSetBody.TargetsBody chosen) {
    int said =
        (chosen.selector().isPresent() ? 1 : 0)
            + (chosen.workspaceIds().isPresent() ? 1 : 0)
            + (chosen.all().isPresent() ? 1 : 0);
    if (said != 1 || !chosen.all().orElse(true)) {
      throw Problem.invalid(
              "/targets", "Say exactly one of selector, workspace_ids and all, which is true")
          .thrown();
    }
    List<Workspace> targets =
        chosen.workspaceIds().map(this::named).orElseGet(() -> matching(chosen.selector()));
    if (targets.isEmpty()) {
      throw Problem.invalid("/targets", "No workspace that you may see is one of these targets")
          .thrown();
    }
    return targets;
  }

  private List<Workspace> matching(Optional<String> selector) {
    return workspaces.matching(
        access.visible(Right.WORKSPACE_READ),
        selector.map(text -> Selector.parse(text, "/targets/selector")));
  }

  private List<Workspace> named(List<String> ids) {
    Map<String, Workspace> known =
        called(ids.stream()).stream().collect(toMap(each -> each.id().toString(), each -> each));
    var found = new LinkedHashSet<Workspace>();
    for (int i = 0; i < ids.size(); i++) {
      String pointer = "/targets/workspace_ids/" + i;
      found.add(
          Optional.ofNullable(ids.get(i)).map(known::get).orElseThrow(() -> unknown(pointer)));
    }
    return List.copyOf(found);
  }

  private static ProblemException unknown(String pointer) {
    return Problem.of(
            ProblemCode.WORKSPACE_NOT_FOUND,
            "There is no workspace with one of these ids, or it is outside your grants. Nothing was"
                + " planned.")
        .at(pointer, "There is no such workspace")
        .thrown();
  }

  /** What rows call their workspaces, looked for together. */
  WorkspaceNames names(Stream<String> names) {
    return new WorkspaceNames(called(names));
  }

  private List<Workspace> called(Stream<String> names) {
    return workspaces.called(
        access.visible(Right.WORKSPACE_READ), names.flatMap(Stream::ofNullable).collect(toSet()));
  }
}
