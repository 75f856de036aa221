package agency.steward.fleet;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.fleet.answer.Coverage;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Condition;
import agency.steward.workspace.Credential;
import agency.steward.workspace.Suspension;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceState;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the workspaces an answer is about: visible to the caller, asked for, and active or not. */
@ApplicationScoped
class TargetChoice {
  private final Access access;
  private final Workspaces workspaces;

  TargetChoice(Access access, Workspaces workspaces) {
    this.access = access;
    this.workspaces = workspaces;
  }

  Visibility visible(Right right) {
    return access.visible(right);
  }

  /**
   * @param meant the workspaces the answer is about at all; others are not even counted
   */
  Targets of(FleetQuery query, Visibility visible, Predicate<Workspace> meant) {
    if (query.workspaceIds().isEmpty()) {
      return sorted(workspaces.matching(visible, query.selector()), List.of(), meant);
    }
    return named(query.workspaceIds(), visible, meant);
  }

  private Targets named(Set<String> ids, Visibility visible, Predicate<Workspace> meant) {
    var found = new ArrayList<Workspace>();
    var unknown = new ArrayList<Coverage.Failure>();
    for (String id : ids) {
      WorkspaceId.parse(id)
          .flatMap(workspaces::find)
          .filter(visible::includes)
          .ifPresentOrElse(found::add, () -> unknown.add(Coverage.Failure.unknown(id)));
    }
    return sorted(found, unknown, meant);
  }

  private Targets sorted(
      List<Workspace> found, List<Coverage.Failure> unknown, Predicate<Workspace> meant) {
    var admins = new HashMap<WorkspaceId, Optional<Workspace>>();
    found.forEach(workspace -> admins.put(workspace.id(), Optional.of(workspace)));
    var active = new ArrayList<Workspace>();
    var skipped = new ArrayList<Targets.Inactive>();
    for (Workspace workspace : found.stream().filter(meant).toList()) {
      blocker(workspace, admins)
          .ifPresentOrElse(
              blocker -> skipped.add(skipped(workspace, blocker)), () -> active.add(workspace));
    }
    return new Targets(active, skipped, unknown);
  }

  /** The workspace that is not active: itself, or the admin workspace it is reached through. */
  private Optional<Workspace> blocker(
      Workspace workspace, Map<WorkspaceId, Optional<Workspace>> known) {
    if (workspace.state() != WorkspaceState.ACTIVE) {
      return Optional.of(workspace);
    }
    return switch (workspace.credential()) {
      case Credential.OwnKey own -> Optional.empty();
      case Credential.Delegated delegated ->
          known
              .computeIfAbsent(delegated.adminWorkspace(), workspaces::find)
              .filter(admin -> admin.state() != WorkspaceState.ACTIVE);
    };
  }

  private static Targets.Inactive skipped(Workspace workspace, Workspace blocker) {
    return new Targets.Inactive(workspace, code(blocker.state()), since(blocker));
  }

  private static ProblemCode code(WorkspaceState state) {
    return switch (state) {
      case SUSPENDED -> ProblemCode.WORKSPACE_SUSPENDED;
      case CREDENTIAL_INVALID -> ProblemCode.WORKSPACE_CREDENTIAL_INVALID;
      case PLAN_INACTIVE -> ProblemCode.WORKSPACE_PLAN_INACTIVE;
      case ACTIVE -> throw new IllegalArgumentException("An active workspace is not skipped");
    };
  }

  private static Instant since(Workspace workspace) {
    return workspace.suspension().map(Suspension::since).orElseGet(() -> sinceLook(workspace));
  }

  private static Instant sinceLook(Workspace workspace) {
    Condition.Type type =
        switch (workspace.state()) {
          case CREDENTIAL_INVALID -> Condition.Type.CREDENTIAL;
          default -> Condition.Type.PLAN;
        };
    return workspace.conditions().stream()
        .filter(condition -> condition.type() == type && !condition.ok())
        .map(Condition::since)
        .findFirst()
        .orElse(workspace.updatedAt());
  }
}
