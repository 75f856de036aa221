package agency.steward.apikey;

import static agency.steward.problem.ProblemCode.INVALID_PARAMETER;
import static agency.steward.problem.ProblemCode.KEY_IN_USE_BY_STEWARD;
import static agency.steward.problem.ProblemCode.KEY_IN_USE_UNPROVEN;
import static agency.steward.problem.ProblemCode.NOT_FOUND_IN_WORKSPACE;
import static agency.steward.problem.ProblemCode.PRIVILEGE_CEILING;
import static agency.steward.problem.ProblemGroup.INSIDE;
import static agency.steward.problem.ProblemGroup.ONE_ROW;
import static agency.steward.problem.ProblemGroup.PAGED;

import agency.steward.access.Access;
import agency.steward.access.Ceiling;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.access.caller.FleetRole;
import agency.steward.apikey.change.KeyChanges;
import agency.steward.apikey.change.ShownOnce;
import agency.steward.apikey.change.WantedKey;
import agency.steward.apikey.shown.KeyReading;
import agency.steward.changeset.ChangeSetHeader;
import agency.steward.fleet.answer.Outward;
import agency.steward.fleet.inside.Inside;
import agency.steward.fleet.inside.WrittenPage;
import agency.steward.idempotency.Idempotency;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problems;
import agency.steward.web.PageParameters;
import agency.steward.web.ParameterText;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** API keys of one workspace. */
@Path("/v1/workspaces/{workspace_id}/api-keys")
@Tag(
    name = "API keys",
    description = "Instantly's API keys: who holds one, what it may do, making and revoking them")
@RunOnVirtualThread
public class KeysResource {
  static final String KEY =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "id":"0199c2f0-3333-7a61-9d0e-3f3f2b1f0a01","name":"Zapier",\
      "scopes":["campaigns:read","workspaces:all"],\
      "organization_id":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a01",\
      "timestamp_created":"2026-01-31T10:00:00.000Z","timestamp_updated":"2026-01-31T10:00:00.000Z",\
      "steward":{"used_by_steward":false,"overprivileged":["workspace_write"],\
      "narrower":["campaigns:read","workspaces:create","workspaces:read"],\
      "fingerprint":"sha256:0a1b2c3d4e5f"}}\
      """;
  private static final String NEW =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "id":"0199c2f0-3333-7a61-9d0e-3f3f2b1f0a02","name":"Looker",\
      "scopes":["campaigns:read","accounts:read"],\
      "organization_id":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a01",\
      "timestamp_created":"2026-11-24T12:00:00.000Z","timestamp_updated":"2026-11-24T12:00:00.000Z",\
      "steward":{"used_by_steward":false,"overprivileged":[]},\
      """;
  private static final String ALLOW = "allow";

  private final Access access;
  private final Inside inside;
  private final KeyReading reading;
  private final WantedKeys wanted;
  private final Ceiling ceiling;
  private final KeyChanges changes;
  private final Idempotency idempotency;

  KeysResource(
      Access access,
      Inside inside,
      KeyReading reading,
      WantedKeys wanted,
      Ceiling ceiling,
      KeyChanges changes,
      Idempotency idempotency) {
    this.access = access;
    this.inside = inside;
    this.reading = reading;
    this.wanted = wanted;
    this.ceiling = ceiling;
    this.changes = changes;
    this.idempotency = idempotency;
  }

  @GET
  @Needs(Right.API_KEY_READ)
  @Operation(
      operationId = "listApiKeys",
      summary = "API keys of a workspace",
      description =
          "All of them, in the order of their ids, without their values. Instantly knows neither who"
              + " made a key, nor until when it works, nor when it was last used; removing a member"
              + " leaves the keys they made at work. overprivileged says which may do more than a"
              + " key should, and narrower what would do.")
  @APIResponse(
      responseCode = "200",
      description = "One page of keys",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = KeyPage.class),
              example = "{\"items\":[" + KEY + "]}"))
  @Problems(and = {INSIDE, PAGED})
  public WrittenPage list(
      @PathParam("workspace_id") String workspaceId,
      @BeanParam KeyFilter filter,
      @BeanParam PageParameters page) {
    Workspace workspace = access.require(Right.API_KEY_READ, workspaceId);
    return inside.page(workspace, Listing.API_KEYS, page, filter.read(reading));
  }

  @GET
  @Path("{key_id}")
  @Needs(Right.API_KEY_READ)
  @Operation(
      operationId = "getApiKey",
      summary = "One API key",
      description =
          "The key without its value, from Instantly's complete list: it has no way to read one"
              + " alone.")
  @APIResponse(
      responseCode = "200",
      description = "The key",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = KeyView.class),
              example = KEY))
  @Problems(
      value = {NOT_FOUND_IN_WORKSPACE},
      and = {INSIDE})
  public ObjectNode one(
      @PathParam("workspace_id") String workspaceId, @PathParam("key_id") String keyId) {
    Workspace workspace = access.require(Right.API_KEY_READ, workspaceId);
    return Outward.object(workspace, reading.one(inside.of(workspace), keyId));
  }

  @POST
  @Needs(Right.API_KEY_CREATE)
  @Operation(
      operationId = "createApiKey",
      summary = "Create an API key",
      description =
          "With scopes, or with those of a profile or recipe (analytics, campaign_management,"
              + " lead_reader). The value is in this answer and nowhere else, ever; whoever repeats"
              + " the request is answered key null and key_shown true. With deliver_to it goes into"
              + " Vault instead, before this is answered. A key never expires and belongs to"
              + " nobody: note what it is for in its name. Nobody makes a key that may do more than"
              + " they may.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = KeyRequest.class),
              example = "{\"name\":\"Looker\",\"profile\":\"analytics\"}"))
  @APIResponse(
      responseCode = "201",
      description = "Made, and seen in Instantly's list",
      headers = {
        @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION),
        @Header(name = "Location", description = "The key")
      },
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewKeyView.class),
              examples = {
                @ExampleObject(
                    name = "shown",
                    value = NEW + "\"key\":\"(the value, this one time)\"}"),
                @ExampleObject(
                    name = "delivered",
                    value =
                        NEW
                            + "\"vault_path\":\"secret/steward/delivered/0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01/0199c2f0-3333-7a61-9d0e-3f3f2b1f0a02\"}")
              }))
  @Problems(
      value = {PRIVILEGE_CEILING},
      and = {INSIDE, ONE_ROW})
  public Response create(@PathParam("workspace_id") String workspaceId, KeyRequest body) {
    Workspace workspace = access.require(Right.API_KEY_CREATE, workspaceId);
    return idempotency.once(() -> create(workspace, body), ShownOnce::withoutValue);
  }

  private Response create(Workspace workspace, KeyRequest body) {
    WantedKey key = wanted.of(body);
    ceiling.scopes(workspace, key.scopes(), Right.API_KEY_CREATE);
    return changes.create(workspace, key);
  }

  @DELETE
  @Path("{key_id}")
  @Needs(Right.API_KEY_DELETE)
  @Operation(
      operationId = "revokeApiKey",
      summary = "Revoke an API key",
      description =
          "For good: whoever uses it is refused from then on, and nothing brings its value back."
              + " Answered after Instantly's complete list has shown that it is gone. The key that"
              + " Steward itself uses is not revoked; where nobody can tell which one that is, only"
              + " an agency-admin can insist.")
  @APIResponse(
      responseCode = "204",
      description = "Gone; or was not there, proven by the complete list",
      headers = @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION))
  @Problems(
      value = {
        NOT_FOUND_IN_WORKSPACE,
        INVALID_PARAMETER,
        KEY_IN_USE_BY_STEWARD,
        KEY_IN_USE_UNPROVEN
      },
      and = {INSIDE, ONE_ROW})
  public Response revoke(
      @PathParam("workspace_id") String workspaceId,
      @PathParam("key_id") String keyId,
      @Parameter(
              description =
                  "allow: revoke it although Steward might be using it; from an agency-admin only",
              schema = @Schema(enumeration = ALLOW))
          @QueryParam("unproven")
          Optional<String> unproven) {
    Workspace workspace = access.require(Right.API_KEY_DELETE, workspaceId);
    unproven
        .filter(text -> !text.equals(ALLOW))
        .ifPresent(text -> {
          throw ParameterText.invalid("unproven", "unproven is allow, or is left out");
        });
    Listing.API_KEYS.one(keyId); // what can be no id is not found
    boolean insists = unproven.isPresent() && access.caller().has(FleetRole.AGENCY_ADMIN);
    return changes.revoke(workspace, keyId, insists);
  }
}
