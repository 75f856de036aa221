package agency.steward.profile;

import agency.steward.access.job.Profiles;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.Problems;
import agency.steward.web.Page;
import agency.steward.web.PageParameters;
import agency.steward.web.PageRequest;
import agency.steward.web.PageTokens;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The jobs there are. Everybody who is known may read them: they say what a grant means. */
@Path("/v1/profiles")
@Tag(name = "Access")
@RunOnVirtualThread
public class ProfilesResource {
  private static final String VIEWER =
      """
      {"name":"viewer","instantly_role":"view","permissions":[],\
      "key_scopes":["campaigns:read","leads:read","accounts:read"],\
      "rights":{"accounts":["view"],"api_keys":[],"audit_logs":[],"campaigns":["view"],\
      "details":[],"group":[],"leads":["view"],"members":[],"plan":[],"tags":["view"],\
      "webhooks":[]}}\
      """;

  private final Profiles profiles;
  private final PageTokens pages;

  ProfilesResource(Profiles profiles, PageTokens pages) {
    this.profiles = profiles;
    this.pages = pages;
  }

  @GET
  @Operation(
      operationId = "listProfiles",
      summary = "The jobs there are",
      description =
          "What each profile stands for in Instantly (role, invite permissions, key scopes) and"
              + " what its holder may do through Steward where a grant says so. Instantly's role"
              + " view may reply in Unibox and change sending settings of accounts.")
  @APIResponse(
      responseCode = "200",
      description = "The profiles",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProfilePage.class),
              example = "{\"items\":[" + VIEWER + "]}"))
  @Problems({ProblemCode.INVALID_PARAMETER, ProblemCode.INVALID_PAGE_TOKEN})
  public Page<ProfileView> list(@BeanParam PageParameters parameters) {
    PageRequest asked = pages.asked(parameters);
    int done = asked.after().map(Integer::valueOf).orElse(0);
    List<ProfileView> rest = profiles.all().stream().skip(done).map(ProfileView::of).toList();
    return pages.page(
        asked,
        rest.subList(0, Math.min(rest.size(), asked.size() + 1)),
        view -> String.valueOf(done + asked.size()));
  }

  @GET
  @Path("{name}")
  @Operation(
      operationId = "getProfile",
      summary = "One job",
      description = "The profile of this name, as in the list.")
  @APIResponse(
      responseCode = "200",
      description = "The profile",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProfileView.class),
              example = VIEWER))
  @Problems(ProblemCode.NOT_FOUND)
  public ProfileView one(@PathParam("name") String name) {
    return profiles
        .find(name)
        .map(ProfileView::of)
        .orElseThrow(() ->
            Problem.of(
                    ProblemCode.NOT_FOUND,
                    "There is no profile of this name; GET /v1/profiles lists those there are.")
                .thrown());
  }
}
