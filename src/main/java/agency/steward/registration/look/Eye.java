package agency.steward.registration.look;

import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Condition;
import agency.steward.workspace.Condition.Type;
import agency.steward.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns what a workspace answers into conditions. A look that told nothing throws. */
final class Eye {
  private Eye() {}

  /**
   * @param there the way into the workspace; may itself fail
   */
  static Look at(Workspace workspace, Supplier<InstantlyWorkspace> there, Instant now) {
    try {
      return seen(workspace, there.get(), now);
    } catch (InstantlyException e) {
      return meaning(e, now);
    } catch (ProblemException e) {
      if (e.problem().code() == ProblemCode.WORKSPACE_CREDENTIAL_MISSING) {
        return Look.of(broken(e.problem().code(), e.problem().detail(), now));
      }
      throw e;
    }
  }

  private static Look seen(Workspace workspace, InstantlyWorkspace there, Instant now) {
    Current current = Current.in(there);
    if (!current.id().equals(workspace.instantlyId())) {
      return Look.of(stranger(now));
    }
    var conditions = new ArrayList<Condition>();
    conditions.add(Condition.ok(Type.CREDENTIAL, now));
    conditions.add(Condition.ok(Type.PLAN, now));
    conditions.addAll(scopes(workspace, there, now));
    return new Look(conditions, Optional.of(current.name()));
  }

  /** A scope that a call once missed is only found again by what was looked at now. */
  private static List<Condition> scopes(
      Workspace workspace, InstantlyWorkspace there, Instant now) {
    return Scopes.seen(there, now).stream()
        .filter(seen -> !seen.ok() || Scopes.PROVEN.containsAll(missing(workspace)))
        .toList();
  }

  private static List<String> missing(Workspace workspace) {
    return workspace.condition(Type.SCOPES).map(Condition::missing).orElse(List.of());
  }

  private static Look meaning(InstantlyException e, Instant now) {
    return switch (e.failure()) {
      case InstantlyFailure.KeyInvalid ignored ->
          Look.of(
              broken(ProblemCode.WORKSPACE_CREDENTIAL_INVALID, "Instantly refuses the key", now));
      case InstantlyFailure.WrongIdentity ignored -> Look.of(stranger(now));
      case InstantlyFailure.PlanInactive ignored ->
          Look.of(
              Condition.ok(Type.CREDENTIAL, now),
              Condition.broken(
                  Type.PLAN,
                  ProblemCode.WORKSPACE_PLAN_INACTIVE.name(),
                  "The workspace has no active paid plan on Instantly",
                  now));
      case InstantlyFailure.ScopeMissing missing ->
          Look.of(Condition.ok(Type.CREDENTIAL, now), Scopes.lacking(missing, Scopes.ITSELF, now));
      case InstantlyFailure.LinkRefused ignored ->
          Look.of(
              Condition.broken(
                  Type.GROUP_LINK,
                  ProblemCode.GROUP_LINK_NOT_ACCEPTED.name(),
                  "Instantly does not let the admin workspace act as this one",
                  now));
      default -> throw e;
    };
  }

  private static Condition stranger(Instant now) {
    return broken(
        ProblemCode.WORKSPACE_IDENTITY_MISMATCH,
        "The credential leads to another workspace of Instantly",
        now);
  }

  private static Condition broken(ProblemCode code, String detail, Instant now) {
    return Condition.broken(Type.CREDENTIAL, code.name(), detail, now);
  }
}
