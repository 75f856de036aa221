package agency.steward.registration;

import agency.steward.access.Access;
import agency.steward.access.Ceiling;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.idempotency.Idempotency;
import agency.steward.load.ByTurns;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemGroup;
import agency.steward.problem.Problems;
import agency.steward.registration.asked.ListParameters;
import agency.steward.registration.asked.RegisterBody;
import agency.steward.registration.intake.Particulars;
import agency.steward.registration.intake.Registration;
import agency.steward.registration.shown.Views;
import agency.steward.registration.shown.WorkspacePage;
import agency.steward.registration.shown.WorkspaceView;
import agency.steward.web.Page;
import agency.steward.web.PageParameters;
import agency.steward.web.PageRequest;
import agency.steward.web.PageTokens;
import agency.steward.web.body.SentBody;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceFilter;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Registering workspaces and finding them again. */
@Path("/v1/workspaces")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
    name = "Workspaces",
    description =
        "The registry: which workspaces Steward reaches, with which credential, in which state")
@RunOnVirtualThread
public class WorkspacesResource {
  private final Access access;
  private final Ceiling ceiling;
  private final Askers askers;
  private final Idempotency idempotency;
  private final Registration registration;
  private final Workspaces workspaces;
  private final Presence presence;
  private final PageTokens pages;
  private final Views views;
  private final Answers answers;

  WorkspacesResource(
      Access access,
      Ceiling ceiling,
      Askers askers,
      Idempotency idempotency,
      Registration registration,
      Workspaces workspaces,
      Presence presence,
      PageTokens pages,
      Views views,
      Answers answers) {
    this.access = access;
    this.ceiling = ceiling;
    this.askers = askers;
    this.idempotency = idempotency;
    this.registration = registration;
    this.workspaces = workspaces;
    this.presence = presence;
    this.pages = pages;
    this.views = views;
    this.answers = answers;
  }

  @POST
  @Needs(value = Right.WORKSPACE_REGISTER, where = Needs.Where.AGENCY)
  @Operation(
      operationId = "registerWorkspace",
      summary = "Register a workspace",
      description =
          "Asks Instantly where the credential leads, keeps the key in custody and registers the"
              + " workspace. A credential that is refused leaves nothing behind. A delegated one"
              + " needs a group link that is accepted, and a call through it that ends up in the"
              + " sub-workspace.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RegisterBody.class),
              example = Examples.OWN_KEY))
  @APIResponse(
      responseCode = "201",
      description = "Registered; Location and ETag lead to it",
      content =
          @Content(
              schema = @Schema(implementation = WorkspaceView.class),
              example = Examples.WORKSPACE))
  @Problems(
      value = {
        ProblemCode.VALIDATION_FAILED,
        ProblemCode.PRIVILEGE_CEILING,
        ProblemCode.CREDENTIAL_REJECTED,
        ProblemCode.WORKSPACE_ALREADY_REGISTERED,
        ProblemCode.WORKSPACE_IDENTITY_MISMATCH,
        ProblemCode.GROUP_LINK_NOT_ACCEPTED,
        ProblemCode.ALREADY_EXISTS,
        ProblemCode.CUSTODY_UNAVAILABLE
      },
      and = ProblemGroup.INSIDE)
  public Response register(@Nullable RegisterBody sent) {
    access.require(Right.WORKSPACE_REGISTER);
    return idempotency.once(() -> {
      RegisterBody body = SentBody.required(sent);
      Particulars particulars = body.particulars();
      ceiling.labels(particulars.labels());
      return answers.created(
          registration.register(
              body.entry(id -> access.require(Right.WORKSPACE_REGISTER, id)),
              particulars,
              askers.current()));
    });
  }

  @GET
  @ByTurns
  @Needs(value = Right.WORKSPACE_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listWorkspaces",
      summary = "List workspaces",
      description =
          "The workspaces you may see, in the order of their registration. Filters are combined.")
  @APIResponse(
      responseCode = "200",
      description = "One page, with the number of workspaces that all pages have together",
      content =
          @Content(schema = @Schema(implementation = WorkspacePage.class), example = Examples.PAGE))
  @Problems(value = ProblemCode.INVALID_SELECTOR, and = ProblemGroup.PAGED)
  public Page<WorkspaceView> list(
      @BeanParam ListParameters wanted, @BeanParam PageParameters parameters) {
    WorkspaceFilter filter = wanted.filter(access.visible(Right.WORKSPACE_READ));
    PageRequest asked = pages.asked(parameters);
    List<Workspace> found =
        workspaces.page(filter, asked.after().flatMap(WorkspaceId::parse), asked.size() + 1);
    Page<Workspace> page = pages.page(asked, found, workspace -> workspace.id().toString());
    return new Page<>(views.of(page.items()), page.nextPageToken(), page.totalSize())
        .ofTotal(workspaces.count(filter));
  }

  @GET
  @Path("/{id}")
  @Needs(Right.WORKSPACE_READ)
  @Operation(
      operationId = "getWorkspace",
      summary = "One workspace",
      description = "A workspace outside your grants answers like one that does not exist.")
  @APIResponse(
      responseCode = "200",
      description = "The workspace; its ETag can be sent as If-Match with a change",
      content =
          @Content(
              schema = @Schema(implementation = WorkspaceView.class),
              example = Examples.WORKSPACE))
  @Problems(ProblemCode.WORKSPACE_NOT_FOUND)
  public Response get(@PathParam("id") String id) {
    return answers.ok(presence.of(access.require(Right.WORKSPACE_READ, id)));
  }
}
