package agency.steward.profile;

import agency.steward.access.Access;
import agency.steward.access.AccessReview;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether somebody else may do something, before they try. */
@Path("/v1/access-check")
@Tag(name = "Access")
@RunOnVirtualThread
public class AccessCheckResource {
  private final Access access;
  private final AccessReview review;

  AccessCheckResource(Access access, AccessReview review) {
    this.access = access;
    this.review = review;
  }

  @GET
  @Needs(value = Right.GRANT_READ, where = Needs.Where.AGENCY)
  @Operation(
      operationId = "checkAccess",
      summary = "Whether somebody may do something, and why",
      description =
          "Asks what a request of theirs would ask, at this moment. For agency-admin and"
              + " agency-auditor.")
  @APIResponse(
      responseCode = "200",
      description = "The answer and its reasons",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AccessCheckView.class),
              example =
                  """
                  {"allowed":true,"because":["email:sam@agency.example holds manager where\
                   client=acme (grant 0199c2f0-3333-7a61-9d0e-3f3f2b1f0a01), which carries\
                   member_read"]}\
                  """))
  @Problems({
    ProblemCode.FORBIDDEN,
    ProblemCode.INVALID_PARAMETER,
    ProblemCode.VALIDATION_FAILED,
    ProblemCode.WORKSPACE_NOT_FOUND
  })
  public AccessCheckView check(@BeanParam AccessCheckParameters asked) {
    access.require(Right.GRANT_READ);
    var where = asked.workspaceId.map(id -> access.require(Right.GRANT_READ, id));
    return AccessCheckView.of(review.of(asked.who(), asked.right(), where));
  }
}
