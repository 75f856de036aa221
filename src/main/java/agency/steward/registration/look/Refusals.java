package agency.steward.registration.look;

import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;

/** Why a credential is not taken (contract 2). Nothing was stored then. */
final class Refusals {
  private Refusals() {}

  /**
   * What the look with a new key has come to; passing troubles stay as they are.
   *
   * @param pointer where the key stands in what was sent
   */
  static ProblemException ofKey(InstantlyException e, String pointer) {
    return switch (e.failure()) {
      case InstantlyFailure.KeyInvalid ignored -> rejected(pointer).thrown(e);
      case InstantlyFailure.ScopeMissing missing -> scopeMissing(missing).thrown(e);
      case InstantlyFailure.PlanInactive ignored -> planInactive().thrown(e);
      default -> e;
    };
  }

  /** What the look through a group link has come to. */
  static ProblemException ofLink(InstantlyException e) {
    return switch (e.failure()) {
      case InstantlyFailure.WrongIdentity ignored -> notTheSub().thrown(e);
      case InstantlyFailure.PlanInactive ignored -> planInactive().thrown(e);
      default -> e;
    };
  }

  private static Problem rejected(String pointer) {
    return Problem.of(
            ProblemCode.CREDENTIAL_REJECTED,
            "Instantly does not accept this key: it is mistyped, revoked or one of API v1. Nothing"
                + " was stored; bring a key of API v2.")
        .at(pointer, "Instantly refuses it");
  }

  private static Problem scopeMissing(InstantlyFailure.ScopeMissing missing) {
    return Problem.of(
            ProblemCode.CREDENTIAL_SCOPE_MISSING,
            "The key lives, but may not read its own workspace. Nothing was stored; bring a key"
                + " with at least the scope workspaces:read.")
        .status(422)
        .with("required", missing.required());
  }

  private static Problem planInactive() {
    return Problem.of(
        ProblemCode.WORKSPACE_PLAN_INACTIVE,
        "The workspace has no active paid plan on Instantly, so nothing can be proven about it."
            + " Nothing was stored; try again when it is paid.");
  }

  static Problem notTheSub() {
    return Problem.of(
        ProblemCode.WORKSPACE_IDENTITY_MISMATCH,
        "A call on behalf of the sub-workspace ended up in another workspace, so Instantly does not"
            + " honour the group link now. Nothing was stored.");
  }

  static Problem notAccepted(String status) {
    return Problem.of(
        ProblemCode.GROUP_LINK_NOT_ACCEPTED,
        "The admin workspace has no accepted link to this sub-workspace (it is "
            + status
            + "). Its owner has to accept the invitation in Instantly's app first.");
  }
}
