package agency.steward.changeset.desk;

import static agency.steward.problem.ProblemCode.AMBIGUOUS_WORKSPACE;
import static agency.steward.problem.ProblemCode.FORBIDDEN;
import static agency.steward.problem.ProblemCode.INVALID_PARAMETER;
import static agency.steward.problem.ProblemCode.INVALID_SELECTOR;
import static agency.steward.problem.ProblemCode.PRIVILEGE_CEILING;
import static agency.steward.problem.ProblemCode.ROLE_NOT_ASSIGNABLE;
import static agency.steward.problem.ProblemCode.VALIDATION_FAILED;
import static agency.steward.problem.ProblemCode.WORKSPACE_NOT_FOUND;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.changeset.ask.Asked;
import agency.steward.changeset.ask.Asking;
import agency.steward.changeset.ask.ChangeSetBody;
import agency.steward.changeset.show.ChangeSetView;
import agency.steward.idempotency.Idempotency;
import agency.steward.problem.Problems;
import agency.steward.web.body.LargeBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Change sets, to ask for. */
@Path("/v1/change-sets")
@Tag(name = "Change sets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class NewChangeSetsResource {
  private final Access access;
  private final Asking asking;
  private final Creating creating;
  private final Idempotency idempotency;

  NewChangeSetsResource(Access access, Asking asking, Creating creating, Idempotency idempotency) {
    this.access = access;
    this.asking = asking;
    this.creating = creating;
    this.idempotency = idempotency;
  }

  @POST
  @LargeBody
  @Consumes({MediaType.APPLICATION_JSON, "text/csv"})
  @Needs(value = Right.CHANGE_SET_CREATE, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "createChangeSet",
      summary = "Plan a change of many workspaces",
      description =
          "Freezes the targets, reads each of them, plans what has to be done there, judges and"
              + " seals it; nothing is changed yet. Either the same spec for targets, or rows, as JSON"
              + " or CSV with kind and reason in the query. Kinds of members: role_change"
              + " {emails or all_with_role, role}, profile_change {emails, profile}, invite {emails,"
              + " role or profile, permissions}, reinvite {emails or pending_longer_than}, remove"
              + " {emails}. Of tags: tag_ensure {labels:[{label, description}]}, where a tag of another"
              + " description fails with ALREADY_EXISTS; tag_assign {labels, resource_type, resources,"
              + " assign}, at most 2000 pairs, or a row with label, resource_type, resource, assign."
              + " Of groups: group_invite {admin_workspace_id}, whose targets are the workspaces"
              + " to invite; its rows are made in the admin workspace and have admin_workspace and"
              + " sub_workspace_id. Of keys: key_create {name, scopes or profile}, whose value goes into"
              + " Vault before the row is done, and key_revoke {names or key_ids}, for good; scopes in a"
              + " cell of CSV have blanks or semicolons between them. A target that cannot be read is a"
              + " row without a subject.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ChangeSetBody.class),
            example = Examples.NEW),
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            example = Examples.CSV)
      })
  @APIResponse(
      responseCode = "200",
      description = "With validate_only: what it would be",
      content =
          @Content(
              schema = @Schema(implementation = PreviewView.class),
              example = Examples.PREVIEW))
  @APIResponse(
      responseCode = "201",
      description = "Planned",
      headers = @Header(name = "Location", description = "The change set"),
      content =
          @Content(
              schema = @Schema(implementation = ChangeSetView.class),
              example = Examples.PLANNED))
  @APIResponse(
      responseCode = "202",
      description = "Still being planned; GET it with wait",
      headers = @Header(name = "Location", description = "The change set"),
      content =
          @Content(
              schema = @Schema(implementation = ChangeSetView.class),
              example = Examples.PLANNING))
  @Problems({
    FORBIDDEN,
    PRIVILEGE_CEILING,
    INVALID_PARAMETER,
    INVALID_SELECTOR,
    VALIDATION_FAILED,
    ROLE_NOT_ASSIGNABLE,
    AMBIGUOUS_WORKSPACE,
    WORKSPACE_NOT_FOUND
  })
  public Response create(
      @BeanParam CreateParameters how, @Context HttpHeaders headers, byte[] body) {
    access.somewhere(Right.CHANGE_SET_CREATE);
    boolean validated = how.isOnlyValidated();
    Duration wait = how.patience();
    Supplier<Asked> reading = reading(how, headers, body);
    return idempotency.once(
        () -> validated ? creating.preview(reading.get()) : creating.create(reading.get(), wait));
  }

  /** What cannot be read at all is refused before anything is kept under a key. */
  private Supplier<Asked> reading(CreateParameters how, HttpHeaders headers, byte[] body) {
    if (isCsv(headers)) {
      return () -> asking.csv(body, how.kind, how.reason);
    }
    ChangeSetBody asked = asking.read(how.none(body));
    return () -> asking.json(asked);
  }

  private static boolean isCsv(HttpHeaders headers) {
    MediaType type = headers.getMediaType();
    return type != null && "csv".equalsIgnoreCase(type.getSubtype());
  }
}
