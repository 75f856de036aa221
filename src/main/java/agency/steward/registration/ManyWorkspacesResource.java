package agency.steward.registration;

import agency.steward.access.Access;
import agency.steward.access.Ceiling;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.idempotency.Idempotency;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemGroup;
import agency.steward.problem.Problems;
import agency.steward.registration.asked.ImportBody;
import agency.steward.registration.asked.LabelsBody;
import agency.steward.registration.intake.Edits;
import agency.steward.registration.intake.GroupImport;
import agency.steward.registration.shown.ImportView;
import agency.steward.registration.shown.LabelledView;
import agency.steward.web.body.SentBody;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is done to many workspaces at once: labels, and the import of a group. */
@Path("/v1/workspaces")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
@RunOnVirtualThread
public class ManyWorkspacesResource {
  private final Access access;
  private final Ceiling ceiling;
  private final Askers askers;
  private final Idempotency idempotency;
  private final Edits edits;
  private final GroupImport groupImport;

  ManyWorkspacesResource(
      Access access,
      Ceiling ceiling,
      Askers askers,
      Idempotency idempotency,
      Edits edits,
      GroupImport groupImport) {
    this.access = access;
    this.ceiling = ceiling;
    this.askers = askers;
    this.idempotency = idempotency;
    this.edits = edits;
    this.groupImport = groupImport;
  }

  @POST
  @Path("/labels")
  @Needs(value = Right.WORKSPACE_LABEL, where = Needs.Where.AGENCY)
  @Operation(
      operationId = "labelWorkspaces",
      summary = "Change labels of many workspaces",
      description =
          "All of them or none, at one moment. An id that does not exist refuses the whole request;"
              + " a selector that matches nothing changes nothing and says so.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = LabelsBody.class), example = Examples.LABELS))
  @APIResponse(
      responseCode = "200",
      description = "How many workspaces it was about, and which are different now",
      content =
          @Content(
              schema = @Schema(implementation = LabelledView.class),
              example = Examples.LABELLED))
  @Problems({
    ProblemCode.INVALID_SELECTOR,
    ProblemCode.WORKSPACE_NOT_FOUND,
    ProblemCode.VALIDATION_FAILED
  })
  public Response label(@Nullable LabelsBody sent) {
    access.require(Right.WORKSPACE_LABEL);
    return idempotency.once(() -> {
      LabelsBody body = SentBody.required(sent);
      Edits.Labelled done = edits.label(body.choice(), body.change(), askers.current());
      return Response.ok(view(done)).build();
    });
  }

  @POST
  @Path("/{id}/import-group")
  @Needs(Right.WORKSPACE_REGISTER)
  @Operation(
      operationId = "importGroup",
      summary = "Register the sub-workspaces of a group",
      description =
          "Lists the links of this admin workspace and registers every accepted sub-workspace that"
              + " is not registered yet as delegated, once a call on its behalf is proven to end up"
              + " in it. The others are named with the reason. Can be repeated.")
  @RequestBody(
      required = false,
      content =
          @Content(schema = @Schema(implementation = ImportBody.class), example = Examples.IMPORT))
  @APIResponse(
      responseCode = "200",
      description = "What became of each sub-workspace",
      content =
          @Content(
              schema = @Schema(implementation = ImportView.class),
              example = Examples.IMPORTED))
  @Problems(
      value = {
        ProblemCode.VALIDATION_FAILED,
        ProblemCode.PRIVILEGE_CEILING,
        ProblemCode.CUSTODY_UNAVAILABLE
      },
      and = ProblemGroup.INSIDE)
  public Response importGroup(@PathParam("id") String id, @Nullable ImportBody sent) {
    Workspace admin = access.require(Right.WORKSPACE_REGISTER, id);
    return idempotency.once(() -> {
      Map<String, String> labels = ImportBody.labelsOf(sent);
      ceiling.labels(labels);
      return Response.ok(ImportView.of(groupImport.run(admin, labels, askers.current()))).build();
    });
  }

  private static LabelledView view(Edits.Labelled done) {
    return new LabelledView(
        done.matched(),
        done.changed().size(),
        done.changed().stream().map(WorkspaceId::toString).toList());
  }
}
