package agency.steward.profile.job;

import agency.steward.access.Needs;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.load.ByTurns;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All profiles. Everybody with a token may read them: they say what a grant means. */
@Path("/v1/profiles")
@Tag(name = "Access")
@RunOnVirtualThread
public class ProfilesResource {
  private final Profiles profiles;
  private final PageTokens pages;

  ProfilesResource(Profiles profiles, PageTokens pages) {
    this.profiles = profiles;
    this.pages = pages;
  }

  @GET
  @ByTurns
  @Needs
  @Operation(
      operationId = "listProfiles",
      summary = "All profiles",
      description =
          "What each profile stands for in Instantly (role, invite permissions, key scopes) and"
              + " what its holder may do through Steward where a grant says so: the four that"
              + " are built in, then the agency's own by name. Instantly's role"
              + " view may reply in Unibox and change sending settings of accounts.")
  @APIResponse(
      responseCode = "200",
      description = "The profiles",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProfilePage.class),
              example = "{\"items\":[" + ProfileView.EXAMPLE + "]}"))
  @Problems({ProblemCode.INVALID_PARAMETER, ProblemCode.INVALID_PAGE_TOKEN})
  public Page<ProfileView> list(@BeanParam PageParameters parameters) {
    PageRequest asked = pages.asked(parameters);
    List<Profile> all = profiles.all();
    List<Profile> rest = asked.after().map(last -> after(last, all)).orElse(all);
    return pages
        .page(asked, rest.subList(0, Math.min(rest.size(), asked.size() + 1)), Profile::name)
        .map(ProfileView::of);
  }

  /** Built-in ones come first, then the agency's own by name, whatever came and went meanwhile. */
  private static List<Profile> after(String last, List<Profile> all) {
    List<Profile> builtIn = Profiles.builtIn();
    for (int i = 0; i < builtIn.size(); i++) {
      if (builtIn.get(i).name().equals(last)) {
        return all.subList(i + 1, all.size());
      }
    }
    return all.subList(builtIn.size(), all.size()).stream()
        .filter(profile -> profile.name().compareTo(last) > 0)
        .toList();
  }
}
