package agency.steward.apikey.change;

import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.problem.ProblemCode;
import java.util.Optional;

/**
 * The key that Steward reaches the workspace with is not revoked, nor one that may be it (contract
 * 3): in a group's admin workspace, every delegated workspace would go dark with it.
 */
final class OwnKeyGuard implements Guard {
  static final String USE = "used_by_steward";
  static final String YES = "yes";
  static final String NO = "no";
  static final String UNPROVEN_BUT_ALLOWED = "unproven, but allowed";
  private static final String RULE = "OWN_KEY";

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Optional<Violation> judge(Change change, GuardContext context) {
    String use = change.before().map(key -> key.path(USE).asText()).orElse("");
    return switch (use) {
      case NO, UNPROVEN_BUT_ALLOWED -> Optional.empty();
      case YES ->
          Optional.of(
              violation(
                  ProblemCode.KEY_IN_USE_BY_STEWARD,
                  "Steward reaches this workspace, and what is delegated through it, with this key."
                      + " Give it another one first: PUT /v1/workspaces/{id}/credential.",
                  false));
      default ->
          Optional.of(
              violation(
                  ProblemCode.KEY_IN_USE_UNPROVEN,
                  "Instantly does not show whether this is the key that Steward reaches this"
                      + " workspace with. An agency-admin who knows that it is not can send"
                      + " ?unproven=allow; in a change set of many, a second person can lift the"
                      + " rule.",
                  true));
    };
  }

  private static Violation violation(ProblemCode code, String detail, boolean overridable) {
    return new Violation(RULE, Violation.Scope.ROW, code, detail, overridable);
  }
}
