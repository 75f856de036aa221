package agency.steward.instantly;

import agency.steward.instantly.InstantlyFailure.Conflict;
import agency.steward.instantly.InstantlyFailure.FeatureRequired;
import agency.steward.instantly.InstantlyFailure.KeyInvalid;
import agency.steward.instantly.InstantlyFailure.LinkRefused;
import agency.steward.instantly.InstantlyFailure.NotFound;
import agency.steward.instantly.InstantlyFailure.PlanInactive;
import agency.steward.instantly.InstantlyFailure.RateLimited;
import agency.steward.instantly.InstantlyFailure.Refused;
import agency.steward.instantly.InstantlyFailure.ScopeMissing;
import agency.steward.instantly.InstantlyFailure.ServerError;
import agency.steward.instantly.InstantlyFailure.TimedOut;
import agency.steward.instantly.InstantlyFailure.Unreachable;
import agency.steward.instantly.InstantlyFailure.Unreadable;
import agency.steward.instantly.InstantlyFailure.WrongIdentity;
import agency.steward.instantly.door.Door;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.util.List;
import java.util.Map;

/** Turns failures of calls through one door into exceptions and problems. */
record Faults(Door door) {

  /**
   * @param status of the answer, 0 where there was none
   * @param mayHaveHappened whether it was a write that nothing proves to have been refused
   */
  InstantlyException of(InstantlyFailure failure, int status, boolean mayHaveHappened) {
    Problem problem = problem(failure);
    if (status > 0) {
      problem = problem.with("upstream", Map.of("status", status));
    }
    if (door.tenant().isPresent()) {
      problem = problem.with("workspace_id", door.tenant().get().toString());
    }
    return new InstantlyException(failure, problem, mayHaveHappened);
  }

  private static Problem problem(InstantlyFailure failure) {
    return switch (failure) {
      case KeyInvalid() ->
          Problem.of(
              ProblemCode.WORKSPACE_CREDENTIAL_INVALID,
              "Instantly refuses the key, and did so when asked again; store another one");
      case ScopeMissing(var required) -> scopeMissing(required);
      case PlanInactive() ->
          Problem.of(
              ProblemCode.WORKSPACE_PLAN_INACTIVE,
              "Instantly says that the workspace has no active paid plan");
      case FeatureRequired(var message) ->
          said(
              ProblemCode.PLAN_FEATURE_REQUIRED, "The workspace's plan does not allow it", message);
      case NotFound() ->
          Problem.of(
              ProblemCode.NOT_FOUND_IN_WORKSPACE,
              "Instantly knows no such object in the workspace; it is gone, or its id or name is wrong:"
                  + " list those that are there");
      case Conflict(var message) ->
          said(ProblemCode.ALREADY_EXISTS, "Instantly says that it exists already", message);
      case Refused(var status, var message) ->
          said(ProblemCode.REFUSED_BY_INSTANTLY, "Instantly refuses it", message);
      case WrongIdentity() ->
          Problem.of(
              ProblemCode.WORKSPACE_IDENTITY_MISMATCH,
              "The credential leads to another Instantly workspace than the one registered;"
                  + " nothing of it is shown or changed");
      case LinkRefused() ->
          Problem.of(
              ProblemCode.GROUP_LINK_NOT_ACCEPTED,
              "Instantly does not let the group's admin workspace act as this workspace; its"
                  + " owner has to accept the group's invitation in Instantly's app");
      case Unreadable(var status, var why) ->
          Problem.of(ProblemCode.UPSTREAM_INVALID, "Instantly's answer cannot be used: " + why);
      case ServerError(var status) ->
          Problem.of(
              ProblemCode.UPSTREAM_ERROR,
              "Instantly answered %d: it failed there. Try again later (rows of a change set: retry-failed)"
                  .formatted(status));
      case TimedOut() ->
          Problem.of(ProblemCode.UPSTREAM_TIMEOUT, "Instantly did not answer in time");
      case Unreachable() ->
          Problem.of(ProblemCode.UPSTREAM_UNREACHABLE, "Instantly cannot be reached");
      case RateLimited(var retryAfter) ->
          Problem.of(
                  ProblemCode.UPSTREAM_RATE_LIMITED,
                  "The workspace's quota of calls to Instantly is used up for now")
              .after(retryAfter);
    };
  }

  private static Problem scopeMissing(List<String> required) {
    String which = required.isEmpty() ? "" : ": " + String.join(", ", required);
    return Problem.of(
            ProblemCode.CREDENTIAL_SCOPE_MISSING,
            "The key lacks a scope that Instantly requires for this" + which)
        .with("required", required);
  }

  private static Problem said(ProblemCode code, String what, String message) {
    return Problem.of(code, message.isEmpty() ? what : what + ": " + message);
  }
}
