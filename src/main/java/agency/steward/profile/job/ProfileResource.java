package agency.steward.profile.job;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.access.job.KeptProfile;
import agency.steward.access.job.Profile;
import agency.steward.access.job.ProfileEdits;
import agency.steward.access.job.Profiles;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.Problems;
import agency.steward.problem.RequestId;
import agency.steward.web.body.SentBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One profile: everybody who is known may read it, agency-admin writes the agency's own. */
@Path("/v1/profiles/{name}")
@Tag(name = "Access")
@RunOnVirtualThread
public class ProfileResource {
  private static final String COPYWRITER =
      """
      {"instantly_role":"editor","permissions":["campaigns.view","campaigns.edit"],\
      "key_scopes":["campaigns:read"],"rights":{"campaigns":["view","edit"],"tags":["view"]}}\
      """;

  private final Access access;
  private final Profiles profiles;
  private final ProfileEdits edits;
  private final ProfileEditing editing;

  ProfileResource(Access access, Profiles profiles, ProfileEdits edits, ProfileEditing editing) {
    this.access = access;
    this.profiles = profiles;
    this.edits = edits;
    this.editing = editing;
  }

  @GET
  @Needs
  @Operation(
      operationId = "getProfile",
      summary = "One profile",
      description = "The profile of this name, as in the list.")
  @APIResponse(
      responseCode = "200",
      description = "The profile",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProfileView.class),
              example = ProfileView.EXAMPLE))
  @Problems(ProblemCode.NOT_FOUND)
  public Response one(@PathParam("name") String name) {
    Optional<KeptProfile> own = edits.find(name);
    Profile profile =
        own.map(KeptProfile::profile).or(() -> profiles.find(name)).orElseThrow(Unknown::profile);
    return Response.ok(ProfileView.of(profile)).tag(ProfileView.tag(own)).build();
  }

  @PUT
  @Needs(value = Right.PROFILE_WRITE, where = Needs.Where.AGENCY)
  @Operation(
      operationId = "putProfile",
      summary = "Create or replace a profile of your own",
      description =
          "Creates it, or takes the place of the one of this name. What is granted by it already"
              + " widens or narrows with this answer, on every replica; members and keys that"
              + " Instantly has stay as they are. Built-in profiles cannot be changed. If-None-Match: *"
              + " only creates. For agency-admin only.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProfileBody.class),
              example = COPYWRITER))
  @APIResponse(
      responseCode = "200",
      description = "The profile as it is now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProfileView.class),
              example = ProfileView.OWN_EXAMPLE))
  @APIResponse(
      responseCode = "201",
      description = "The profile, which is new",
      headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProfileView.class),
              example = ProfileView.OWN_EXAMPLE))
  @Problems({
    ProblemCode.FORBIDDEN,
    ProblemCode.MALFORMED_REQUEST,
    ProblemCode.UNKNOWN_FIELD,
    ProblemCode.VALIDATION_FAILED,
    ProblemCode.ROLE_NOT_ASSIGNABLE,
    ProblemCode.PROFILE_BUILT_IN,
    ProblemCode.PRECONDITION_FAILED
  })
  public Response put(
      @PathParam("name") String name,
      @HeaderParam("If-Match") Optional<String> ifMatch,
      @HeaderParam("If-None-Match") Optional<String> ifNoneMatch,
      @Nullable ProfileBody body,
      @Context RoutingContext request) {
    access.require(Right.PROFILE_WRITE);
    requireOwn(name);
    Profile wanted = ProfileTerms.read(name, SentBody.required(body));
    return switch (editing.put(
        wanted, ifMatch, ifNoneMatch, access.caller(), RequestId.of(request))) {
      case ProfileEdits.Outcome.Created created ->
          shown(Response.created(URI.create("/v1/profiles/" + name)), created.kept());
      case ProfileEdits.Outcome.Replaced replaced -> shown(Response.ok(), replaced.kept());
      case ProfileEdits.Outcome.Changed changed -> throw new IllegalStateException("was refused");
    };
  }

  @DELETE
  @Needs(value = Right.PROFILE_WRITE, where = Needs.Where.AGENCY)
  @Operation(
      operationId = "deleteProfile",
      summary = "Delete a profile of your own",
      description =
          "Only where no live grant gives it. Members invited and keys minted by it stay as they"
              + " are. For agency-admin only.")
  @APIResponse(responseCode = "204", description = "Deleted")
  @Problems({
    ProblemCode.FORBIDDEN,
    ProblemCode.NOT_FOUND,
    ProblemCode.PROFILE_BUILT_IN,
    ProblemCode.PROFILE_IN_USE,
    ProblemCode.PRECONDITION_FAILED
  })
  public void delete(
      @PathParam("name") String name,
      @HeaderParam("If-Match") Optional<String> ifMatch,
      @Context RoutingContext request) {
    access.require(Right.PROFILE_WRITE);
    requireOwn(name);
    editing.delete(name, ifMatch, access.caller(), RequestId.of(request));
  }

  private static void requireOwn(String name) {
    if (Profiles.isBuiltIn(name)) {
      throw Problem.of(
              ProblemCode.PROFILE_BUILT_IN,
              "The profile " + name + " is built in: it can neither be changed nor deleted.")
          .thrown();
    }
  }

  private static Response shown(Response.ResponseBuilder answer, KeptProfile kept) {
    return answer
        .entity(ProfileView.of(kept.profile()))
        .tag(ProfileView.tag(Optional.of(kept)))
        .build();
  }
}
