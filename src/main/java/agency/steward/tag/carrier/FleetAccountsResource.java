package agency.steward.tag.carrier;

import agency.steward.access.Access;
import agency.steward.access.Narrowed;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.fleet.Fleet;
import agency.steward.fleet.FleetParameters;
import agency.steward.fleet.FleetRead;
import agency.steward.fleet.WorkspaceRead;
import agency.steward.fleet.answer.Examples;
import agency.steward.problem.ProblemGroup;
import agency.steward.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sending accounts over the whole fleet. */
@Path("/v1/accounts")
@Tag(name = "Accounts", description = "Sending accounts, read only, filtered by tags")
@RunOnVirtualThread
public class FleetAccountsResource {
  private static final String CSV =
      """
      workspace_id,workspace_name,error,email,status,warmup_status,…
      0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01,Acme,,ann@acme.example,1,1,…
      """;
  private static final List<String> COLUMNS =
      List.of(
          "email",
          "status",
          "warmup_status",
          "provider_code",
          "first_name",
          "last_name",
          "daily_limit",
          "stat_warmup_score",
          "timestamp_created",
          "timestamp_updated",
          "organization");

  private final Access access;
  private final Fleet fleet;

  FleetAccountsResource(Access access, Fleet fleet) {
    this.access = access;
    this.fleet = fleet;
  }

  @GET
  @Needs(value = Right.ACCOUNT_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listFleetAccounts",
      summary = "Sending accounts of many workspaces",
      description =
          "Asks every active workspace you may see, or those you name; coverage says which are"
              + " missing and why. A label is looked up in each workspace. By tag_ids and tag (any of them) and tag_ids_all (all of them). A tag is a filter, and it"
              + " selects senders: on Instantly it keeps nobody out. A grant of Steward with tags"
              + " lets its holder see here only what carries one of them, proven by the mappings.")
  @APIResponse(
      responseCode = "200",
      description = "What the workspaces answered, and which did not",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FleetAccounts.class),
            example =
                "{\"items\":["
                    + AccountsResource.ACCOUNT
                    + "],\"coverage\":"
                    + Examples.COVERAGE
                    + "}"),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example = AccountsResource.ACCOUNT + "\n{\"coverage\":" + Examples.COVERAGE + "}\n"),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = CSV)
      })
  @Problems(and = ProblemGroup.FLEET)
  public Response accounts(@BeanParam FleetParameters asked, @BeanParam AccountParameters wanted) {
    CarrierFilter filter = wanted.filter();
    Narrowed narrowed = access.narrowed(Right.ACCOUNT_READ);
    var read =
        new FleetRead(
            "accounts",
            Right.ACCOUNT_READ,
            COLUMNS,
            WorkspaceRead.through(
                instantly -> filter.in(instantly, narrowed.in().apply(instantly.workspace()))));
    return fleet.answer(asked, read, narrowed.visibility());
  }
}
