package agency.steward.workspace;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/**
 * What the constraints of the table refuse, said as problems. The constraints decide every race.
 */
final class UniqueInFleet {
  private UniqueInFleet() {}

  static <T> T guard(Supplier<T> write) {
    try {
      return write.get();
    } catch (ConstraintViolationException e) {
      throw problem(e).map(p -> (RuntimeException) p.thrown(e)).orElse(e);
    }
  }

  private static Optional<Problem> problem(ConstraintViolationException e) {
    return Optional.ofNullable(
        switch (String.valueOf(e.getConstraintName())) {
          case "workspace_registered_once" -> alreadyRegistered();
          case "workspace_external_id_once" -> externalIdTaken();
          case "workspace_admin_workspace_id_fkey" -> hasDelegates();
          default -> null;
        });
  }

  static Problem alreadyRegistered() {
    return Problem.of(
        ProblemCode.WORKSPACE_ALREADY_REGISTERED,
        "This key leads to a workspace of Instantly that is registered already; to give it another"
            + " key, use PUT /v1/workspaces/{id}/credential");
  }

  private static Problem externalIdTaken() {
    return Problem.of(
            ProblemCode.ALREADY_EXISTS, "Another workspace of the fleet has this external_id")
        .at("/external_id", "It must be unique in the fleet");
  }

  private static Problem hasDelegates() {
    return Problem.of(
        ProblemCode.WORKSPACE_HAS_DELEGATES,
        "Other workspaces are reached through this one, or it is no longer there to reach one"
            + " through; give them keys of their own or forget them first");
  }
}
