package agency.steward.profile;

import agency.steward.access.job.Area;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Verb;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A job, as it goes out. */
@Schema(name = "Profile", description = "A job: its role in Instantly, and what it may do here")
record ProfileView(
    @Schema(required = true, examples = "sdr") String name,
    @Schema(required = true, description = "The role of its members in Instantly")
        String instantlyRole,
    @Schema(
            required = true,
            description = "What its members are invited with; empty: what the role brings")
        List<String> permissions,
    @Schema(required = true, description = "The scopes of its API keys") List<String> keyScopes,
    @Schema(
            required = true,
            description =
                "Verbs (view, create, edit, delete, launch, import) by area. campaigns, leads,"
                    + " accounts and webhooks say what one gets in Instantly; Steward enforces"
                    + " every area it has endpoints for")
        Map<String, List<String>> rights) {

  static ProfileView of(Profile profile) {
    var rights = new TreeMap<String, List<String>>();
    for (Area area : Area.values()) {
      rights.put(area.wire(), verbs(profile.rights().getOrDefault(area, Set.of())));
    }
    return new ProfileView(
        profile.name(),
        profile.instantlyRole(),
        profile.permissions(),
        profile.keyScopes(),
        rights);
  }

  private static List<String> verbs(Set<Verb> verbs) {
    return verbs.stream().sorted().map(Verb::wire).toList();
  }
}
