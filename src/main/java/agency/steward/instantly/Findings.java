package agency.steward.instantly;

import agency.steward.instantly.door.Door;
import agency.steward.instantly.door.Route;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Condition;
import agency.steward.workspace.Condition.Type;
import agency.steward.workspace.WorkspaceId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Tells the registry what calls have shown about a workspace. */
final class Findings {
  private final BiConsumer<WorkspaceId, Condition> registry;
  private final InstantSource clock;

  Findings(BiConsumer<WorkspaceId, Condition> registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  void keyInvalid(Route route) {
    broken(
        route.holder(),
        Type.CREDENTIAL,
        ProblemCode.WORKSPACE_CREDENTIAL_INVALID,
        "Instantly answered 401 to the key, twice");
  }

  void planInactive(Optional<WorkspaceId> workspace) {
    broken(
        workspace,
        Type.PLAN,
        ProblemCode.WORKSPACE_PLAN_INACTIVE,
        "Instantly answered 402, for the workspace itself too");
  }

  void linkRefused(Optional<WorkspaceId> sub) {
    broken(
        sub,
        Type.GROUP_LINK,
        ProblemCode.GROUP_LINK_NOT_ACCEPTED,
        "Instantly does not let the admin workspace act as this one");
  }

  void scopesMissing(Route route, List<String> required) {
    if (!required.isEmpty()) {
      note(route.holder(), Condition.scopesMissing(required, clock.instant()));
    }
  }

  /** A call has come through: what was broken on the way is not any more. */
  void cameThrough(Door door) {
    if (door instanceof Door.Registered(var workspace)) {
      for (Type type : List.of(Type.CREDENTIAL, Type.PLAN, Type.GROUP_LINK)) {
        workspace
            .condition(type)
            .filter(known -> !known.ok())
            .ifPresent(known -> registry.accept(workspace.id(), ok(type)));
      }
    }
  }

  private Condition ok(Type type) {
    return Condition.ok(type, clock.instant());
  }

  private void broken(Optional<WorkspaceId> whose, Type type, ProblemCode code, String detail) {
    note(whose, Condition.broken(type, code.name(), detail, clock.instant()));
  }

  private void note(Optional<WorkspaceId> whose, Condition seen) {
    whose.ifPresent(id -> registry.accept(id, seen));
  }
}
