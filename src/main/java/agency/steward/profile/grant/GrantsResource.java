package agency.steward.profile.grant;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.access.caller.Caller;
import agency.steward.access.grant.Grant;
import agency.steward.access.grant.GrantId;
import agency.steward.access.grant.Grants;
import agency.steward.access.job.Profiles;
import agency.steward.idempotency.Idempotency;
import agency.steward.load.ByTurns;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.Problems;
import agency.steward.problem.RequestId;
import agency.steward.web.Page;
import agency.steward.web.PageParameters;
import agency.steward.web.PageRequest;
import agency.steward.web.PageTokens;
import agency.steward.workspace.Workspaces;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who holds which profile where. */
@Path("/v1/grants")
@Tag(name = "Access")
@RunOnVirtualThread
public class GrantsResource {
  private final Access access;
  private final Grants grants;
  private final Granting granting;
  private final GrantTerms terms;
  private final Idempotency idempotency;
  private final Profiles profiles;
  private final Workspaces workspaces;
  private final PageTokens pages;

  GrantsResource(
      Access access,
      Grants grants,
      Granting granting,
      GrantTerms terms,
      Idempotency idempotency,
      Profiles profiles,
      Workspaces workspaces,
      PageTokens pages) {
    this.access = access;
    this.grants = grants;
    this.granting = granting;
    this.terms = terms;
    this.idempotency = idempotency;
    this.profiles = profiles;
    this.workspaces = workspaces;
    this.pages = pages;
  }

  @GET
  @ByTurns
  @Needs(value = Right.GRANT_READ, where = Needs.Where.AGENCY)
  @Operation(
      operationId = "listGrants",
      summary = "Who holds which profile where",
      description =
          "Grants that were not taken back, oldest first, those past expires_at included. For"
              + " agency-admin and agency-auditor; your own are in GET /v1/me.")
  @APIResponse(
      responseCode = "200",
      description = "One page of grants",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GrantPage.class),
              example = "{\"items\":[" + GrantView.EXAMPLE + "]}"))
  @Problems({
    ProblemCode.FORBIDDEN,
    ProblemCode.INVALID_PARAMETER,
    ProblemCode.INVALID_PAGE_TOKEN,
    ProblemCode.VALIDATION_FAILED
  })
  public Page<GrantView> list(@BeanParam PageParameters page, @BeanParam GrantParameters wanted) {
    access.require(Right.GRANT_READ);
    PageRequest asked = pages.asked(page);
    List<Grant> found =
        grants.page(
            wanted.filter(workspaces), asked.after().flatMap(GrantId::parse), asked.size() + 1);
    return pages.page(asked, found, grant -> grant.id().toString()).map(this::view);
  }

  @POST
  @Needs(value = Right.GRANT_WRITE, where = Needs.Where.AGENCY)
  @Operation(
      operationId = "createGrant",
      summary = "Grant a profile",
      description =
          "Gives somebody a profile in the workspaces named, or in whatever a selector picks at the"
              + " moment of asking. It counts from this answer on, on every replica. For"
              + " agency-admin only.")
  @APIResponse(
      responseCode = "201",
      description = "The grant",
      headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GrantView.class),
              example = GrantView.EXAMPLE))
  @Problems({
    ProblemCode.FORBIDDEN,
    ProblemCode.MALFORMED_REQUEST,
    ProblemCode.UNKNOWN_FIELD,
    ProblemCode.INVALID_SELECTOR,
    ProblemCode.VALIDATION_FAILED
  })
  public Response create(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = GrantBody.class),
                      example =
                          """
                          {"principal":"group:client-success","profile":"manager",\
                          "selector":"client=acme","expires_at":"2027-01-31T00:00:00Z"}\
                          """))
          GrantBody body,
      @Context RoutingContext request) {
    access.require(Right.GRANT_WRITE);
    Caller caller = access.caller();
    return idempotency.once(() -> {
      Grant grant = terms.read(body, caller.principal());
      granting.give(grant, caller, RequestId.of(request));
      return view(grant).created();
    });
  }

  private GrantView view(Grant grant) {
    return GrantView.of(grant, profiles);
  }
}
