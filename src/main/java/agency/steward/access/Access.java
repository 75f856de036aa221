package agency.steward.access;

import agency.steward.access.caller.Caller;
import agency.steward.access.caller.Callers;
import agency.steward.access.caller.Unauthenticated;
import agency.steward.access.grant.Grants;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The one place that is asked whether the caller may. */
@ApplicationScoped
public class Access {
  private final SecurityIdentity identity;
  private final Callers callers;
  private final Workspaces workspaces;
  private final Grants grants;
  private final Profiles profiles;
  private final Refusals refusals;

  Access(
      SecurityIdentity identity,
      Callers callers,
      Workspaces workspaces,
      Grants grants,
      Profiles profiles) {
    this.identity = identity;
    this.callers = callers;
    this.workspaces = workspaces;
    this.grants = grants;
    this.profiles = profiles;
    this.refusals = new Refusals(profiles);
  }

  /** The caller of the current request. */
  public Caller caller() {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      return callers.of(token);
    }
    throw Unauthenticated.noToken();
  }

  /** When the caller's token ends. */
  public Instant until() {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Instant.ofEpochSecond(token.getExpirationTime())
        : Instant.EPOCH;
  }

  /** For what belongs to no workspace: throws {@code FORBIDDEN} unless a fleet role allows it. */
  public void require(Right right) {
    if (!holdings().everywhere(right)) {
      throw refusals.of(right);
    }
  }

  /**
   * The workspace, if the caller may do this in it. Throws {@code WORKSPACE_NOT_FOUND} where it
   * does not exist or is outside the caller's grants (the same answer), {@code FORBIDDEN} where the
   * caller sees it but may not do this.
   */
  public Workspace require(Right right, String workspaceId) {
    Holdings holdings = holdings();
    Workspace workspace = known(holdings, workspaceId);
    if (!holdings.in(right).includes(workspace)) {
      throw holdings.in(Right.WORKSPACE_READ).includes(workspace)
          ? refusals.of(right)
          : refusals.ofWhatIsNotTagged(right);
    }
    return workspace;
  }

  /**
   * The same for what may be read in parts, so that grants narrowed to tags count too. Whoever
   * calls this must give out no more than the narrowing allows.
   */
  public NarrowedWorkspace narrowed(Right right, String workspaceId) {
    Holdings holdings = holdings();
    Workspace workspace = known(holdings, workspaceId);
    Narrowed narrowed = holdings.narrowed(right);
    if (!narrowed.visibility().includes(workspace)) {
      throw refusals.of(right);
    }
    return new NarrowedWorkspace(workspace, narrowed.in().apply(workspace));
  }

  private Workspace known(Holdings holdings, String workspaceId) {
    return WorkspaceId.parse(workspaceId)
        .flatMap(workspaces::find)
        .filter(holdings::know)
        .orElseThrow(Refusals::unknownWorkspace);
  }

  /** {@link #visible} for what may be read in parts. */
  public Narrowed narrowed(Right right) {
    return holdings().narrowed(right);
  }

  /** The workspaces in which the caller may do this; grants narrowed to tags do not count. */
  public Visibility visible(Right right) {
    return holdings().in(right);
  }

  /**
   * The same, but throws {@code FORBIDDEN} if the caller could do this in no workspace, whatever
   * its labels.
   */
  public Visibility somewhere(Right right) {
    Visibility visible = visible(right);
    if (visible instanceof Visibility.Granted granted
        && granted.ids().isEmpty()
        && granted.selectors().isEmpty()) {
      throw refusals.of(right);
    }
    return visible;
  }

  /** Whether a selector of the caller's own grants picks what is labelled like this. */
  boolean selects(Map<String, String> labels) {
    return holdings().select(labels);
  }

  /** The profiles that the caller's grants give them in this workspace; fleet roles are none. */
  public Set<Profile> profilesIn(Workspace workspace) {
    return holdings().profilesIn(workspace);
  }

  private Holdings holdings() {
    Caller caller = caller();
    return new Holdings(caller.roles(), caller.principals(), grants, profiles);
  }
}
