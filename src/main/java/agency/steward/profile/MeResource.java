package agency.steward.profile;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.caller.Caller;
import agency.steward.access.grant.Grants;
import agency.steward.access.job.Profiles;
import agency.steward.profile.grant.GrantView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who one is here. */
@Path("/v1/me")
@Tag(
    name = "Access",
    description = "Who may do what in Steward: profiles, grants and the rights they give")
@RunOnVirtualThread
public class MeResource {
  private final Access access;
  private final Grants grants;
  private final Profiles profiles;

  MeResource(Access access, Grants grants, Profiles profiles) {
    this.access = access;
    this.grants = grants;
    this.profiles = profiles;
  }

  @GET
  @Needs
  @Operation(
      operationId = "getMe",
      summary = "Who you are here",
      description =
          "You as Steward sees you: subject, verified e-mail, fleet roles and live grants, and what"
              + " each of them allows where.")
  @APIResponse(
      responseCode = "200",
      description = "The caller",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MeView.class),
              example =
                  """
                  {"subject":"sam","email":"sam@agency.example","groups":["client-success"],\
                  "fleet_roles":[],"actions_everywhere":[],"grants":[\
                  {"id":"0199c2f0-3333-7a61-9d0e-3f3f2b1f0a01",\
                  "principal":"group:client-success","profile":"viewer",\
                  "selector":"client=acme","actions":["workspace_read"],\
                  "created_by":"sub:ann","created_at":"2026-11-24T12:00:00Z"}]}\
                  """))
  public MeView me() {
    Caller caller = access.caller();
    List<GrantView> held =
        grants.heldBy(caller.principals()).stream()
            .map(grant -> GrantView.of(grant, profiles))
            .sorted(Comparator.comparing(GrantView::id))
            .toList();
    return MeView.of(caller, held);
  }
}
