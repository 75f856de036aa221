package agency.steward.tag.carrier;

import static agency.steward.problem.ProblemGroup.INSIDE;
import static agency.steward.problem.ProblemGroup.PAGED;

import agency.steward.access.Access;
import agency.steward.access.NarrowedWorkspace;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.fleet.WorkspaceRead;
import agency.steward.fleet.inside.Inside;
import agency.steward.fleet.inside.WrittenPage;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problems;
import agency.steward.web.PageParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sending accounts of one workspace. */
@Path("/v1/workspaces/{workspace_id}/accounts")
@Tag(name = "Accounts")
@RunOnVirtualThread
public class AccountsResource {
  static final String ACCOUNT =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "email":"ann@acme.example","status":1,"warmup_status":1,"provider_code":2,\
      "organization":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a01",\
      "timestamp_created":"2026-01-31T10:00:00.000Z","timestamp_updated":"2026-01-31T10:00:00.000Z"}\
      """;

  private final Access access;
  private final Inside inside;

  AccountsResource(Access access, Inside inside) {
    this.access = access;
    this.inside = inside;
  }

  @GET
  @Needs(Right.ACCOUNT_READ)
  @Operation(
      operationId = "listAccounts",
      summary = "Sending accounts of a workspace",
      description =
          "All that fit, in the order of their addresses. By tag_ids and tag (any of them) and tag_ids_all (all of them). A tag is a filter, and it"
              + " selects senders: on Instantly it keeps nobody out. A grant of Steward with tags"
              + " lets its holder see here only what carries one of them, proven by the mappings.")
  @APIResponse(
      responseCode = "200",
      description = "One page of accounts",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AccountPage.class),
              example = "{\"items\":[" + ACCOUNT + "]}"))
  @Problems(and = {INSIDE, PAGED})
  public WrittenPage list(
      @PathParam("workspace_id") String workspaceId,
      @BeanParam AccountParameters wanted,
      @BeanParam PageParameters page) {
    NarrowedWorkspace narrowed = access.narrowed(Right.ACCOUNT_READ, workspaceId);
    CarrierFilter filter = wanted.filter();
    return inside.page(
        narrowed.workspace(),
        Listing.ACCOUNTS,
        page,
        WorkspaceRead.through(instantly -> filter.in(instantly, narrowed.narrowing())));
  }
}
