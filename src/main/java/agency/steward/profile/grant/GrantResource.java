package agency.steward.profile.grant;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.access.grant.Grant;
import agency.steward.access.grant.GrantId;
import agency.steward.access.grant.Grants;
import agency.steward.access.job.Profiles;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.problem.Problems;
import agency.steward.problem.RequestId;
import agency.steward.web.IfMatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One grant. */
@Path("/v1/grants/{grant_id}")
@Tag(name = "Access")
@RunOnVirtualThread
public class GrantResource {
  private final Access access;
  private final Grants grants;
  private final Granting granting;
  private final Profiles profiles;

  GrantResource(Access access, Grants grants, Granting granting, Profiles profiles) {
    this.access = access;
    this.grants = grants;
    this.granting = granting;
    this.profiles = profiles;
  }

  @GET
  @Needs(value = Right.GRANT_READ, where = Needs.Where.AGENCY)
  @Operation(
      operationId = "getGrant",
      summary = "One grant",
      description = "For agency-admin and agency-auditor. A grant taken back is not there.")
  @APIResponse(
      responseCode = "200",
      description = "The grant",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GrantView.class),
              example = GrantView.EXAMPLE))
  @Problems({ProblemCode.FORBIDDEN, ProblemCode.NOT_FOUND})
  public Response one(@PathParam("grant_id") String id) {
    access.require(Right.GRANT_READ);
    return GrantView.of(there(id), profiles).ok();
  }

  @DELETE
  @Needs(value = Right.GRANT_WRITE, where = Needs.Where.AGENCY)
  @Operation(
      operationId = "revokeGrant",
      summary = "Revoke a grant",
      description =
          "It counts for no request that comes after this answer, on every replica; the record that"
              + " it was there stays. For agency-admin only.")
  @APIResponse(responseCode = "204", description = "Taken back")
  @Problems({ProblemCode.FORBIDDEN, ProblemCode.NOT_FOUND, ProblemCode.PRECONDITION_FAILED})
  public void revoke(
      @PathParam("grant_id") String id,
      @HeaderParam("If-Match") Optional<String> ifMatch,
      @Context RoutingContext request) {
    access.require(Right.GRANT_WRITE);
    Grant grant = there(id);
    if (!IfMatch.of(ifMatch).allows(GrantView.tag(grant))) {
      throw Problem.of(ProblemCode.PRECONDITION_FAILED, "If-Match has the ETag of something else.")
          .thrown();
    }
    if (!granting.takeBack(grant.id(), access.caller(), RequestId.of(request))) {
      throw unknown();
    }
  }

  private Grant there(String id) {
    return GrantId.parse(id).flatMap(grants::find).orElseThrow(GrantResource::unknown);
  }

  private static ProblemException unknown() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no grant with this id, or not any more.")
        .thrown();
  }
}
