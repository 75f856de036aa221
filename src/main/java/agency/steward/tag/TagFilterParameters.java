package agency.steward.tag;

import agency.steward.fleet.WorkspaceRead;
import agency.steward.instantly.Listing;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filter of lists of tags, in one workspace and over the fleet (contract 3). */
public class TagFilterParameters {

  @Parameter(description = "Part of the label, as Instantly searches it", example = "VIP")
  @QueryParam("search")
  Optional<String> search = Optional.empty();

  /** The tags of one workspace that fit, whole. */
  WorkspaceRead read() {
    Map<String, String> query =
        search.filter(text -> !text.isBlank()).map(text -> Map.of("search", text)).orElse(Map.of());
    return WorkspaceRead.of(Listing.TAGS, query);
  }
}
