package agency.steward.access;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The one place that is asked whether the caller may. */
@ApplicationScoped
public class Access {
  private final SecurityIdentity identity;
  private final Callers callers;
  private final Workspaces workspaces;

  Access(SecurityIdentity identity, Callers callers, Workspaces workspaces) {
    this.identity = identity;
    this.callers = callers;
    this.workspaces = workspaces;
  }

  /** The caller of the current request. */
  public Caller caller() {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      return callers.of(token);
    }
    throw Unauthenticated.noToken();
  }

  /** For what belongs to no workspace: throws {@code FORBIDDEN} unless a fleet role allows it. */
  public void require(Right right) {
    if (!everywhere(right)) {
      throw forbidden(right);
    }
  }

  /**
   * The workspace, if the caller may do this in it. Throws {@code WORKSPACE_NOT_FOUND} where it
   * does not exist or is outside the caller's grants (the same answer), {@code FORBIDDEN} where the
   * caller sees it but may not do this.
   */
  public Workspace require(Right right, String workspaceId) {
    Workspace workspace =
        WorkspaceId.parse(workspaceId)
            .flatMap(workspaces::find)
            .filter(visible(Right.WORKSPACE_READ)::includes)
            .orElseThrow(Access::unknown);
    if (!visible(right).includes(workspace)) {
      throw forbidden(right);
    }
    return workspace;
  }

  /** In which workspaces the caller may do this. */
  public Visibility visible(Right right) {
    return everywhere(right)
        ? new Visibility.Everything()
        : new Visibility.Granted(Set.of(), List.of());
  }

  private boolean everywhere(Right right) {
    return caller().roles().stream().anyMatch(right::isOf);
  }

  private static ProblemException unknown() {
    return Problem.of(
            ProblemCode.WORKSPACE_NOT_FOUND,
            "There is no workspace with this id, or it is outside your grants.")
        .thrown();
  }

  private static ProblemException forbidden(Right right) {
    return Problem.of(ProblemCode.FORBIDDEN, "You do not hold the right " + right + ".").thrown();
  }
}
