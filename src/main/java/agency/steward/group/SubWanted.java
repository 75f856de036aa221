package agency.steward.group;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.problem.Problem;
import agency.steward.workspace.Credential;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whom an admin workspace may want to invite, or what is wrong with it. */
@ApplicationScoped
class SubWanted {
  private static final String POINTER = "/sub_workspace_id";
  private static final String NO_PEOPLE =
      "An e-mail cannot be invited into a group. sub_workspace_id is Instantly's id of the"
          + " workspace, from its settings; its owner then has to accept in Instantly's app";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");

  private final Access access;
  private final Workspaces workspaces;

  SubWanted(Access access, Workspaces workspaces) {
    this.access = access;
    this.workspaces = workspaces;
  }

  /** Instantly's id of the sub workspace; throws {@code VALIDATION_FAILED}. */
  String of(Workspace admin, GroupInviteRequest asked) {
    String id = asked.subWorkspaceId().orElse("");
    if (admin.credential() instanceof Credential.Delegated) {
      throw invalid(
          "This workspace is in a group itself, so it cannot have one; none is both (Instantly)");
    }
    if (asked.email() != null) {
      throw Problem.invalid("/email", NO_PEOPLE).thrown();
    }
    if (id.contains("@")) {
      throw invalid(NO_PEOPLE);
    }
    if (!ID.matcher(id).matches()) {
      throw invalid("sub_workspace_id is Instantly's id of the workspace that is to join");
    }
    if (id.equals(admin.instantlyId().value())) {
      throw invalid("A workspace cannot be in its own group");
    }
    stewards(id).ifPresent(SubWanted::refuse);
    return id;
  }

  /** The other classic mistake; told only to who may see that workspace. */
  private Optional<Workspace> stewards(String id) {
    return WorkspaceId.parse(id)
        .flatMap(workspaces::find)
        .filter(access.visible(Right.WORKSPACE_READ)::includes);
  }

  private static void refuse(Workspace meant) {
    throw invalid("This is Steward's id of the workspace; Instantly's is " + meant.instantlyId());
  }

  private static RuntimeException invalid(String why) {
    return Problem.invalid(POINTER, why).thrown();
  }
}
