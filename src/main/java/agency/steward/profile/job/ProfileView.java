package agency.steward.profile.job;

import agency.steward.access.job.Area;
import agency.steward.access.job.KeptProfile;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.access.job.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A job, as it goes out. */
@Schema(name = "Profile", description = "A job: its role in Instantly, and what it may do here")
record ProfileView(
    @Schema(required = true, examples = "sdr") String name,
    @Schema(required = true, description = "Whether it is always there and never changes")
        boolean builtIn,
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

  static final String EXAMPLE =
      """
      {"name":"viewer","built_in":true,"instantly_role":"view","permissions":[],\
      "key_scopes":["campaigns:read","leads:read","accounts:read"],\
      "rights":{"accounts":["view"],"api_keys":[],"audit_logs":[],"campaigns":["view"],\
      "details":[],"group":[],"leads":["view"],"members":[],"plan":[],"tags":["view"],\
      "webhooks":[]}}\
      """;

  static final String OWN_EXAMPLE =
      """
      {"name":"copywriter","built_in":false,"instantly_role":"editor",\
      "permissions":["campaigns.view","campaigns.edit"],"key_scopes":["campaigns:read"],\
      "rights":{"accounts":[],"api_keys":[],"audit_logs":[],"campaigns":["view","edit"],\
      "details":[],"group":[],"leads":[],"members":[],"plan":[],"tags":["view"],\
      "webhooks":[]}}\
      """;

  static ProfileView of(Profile profile) {
    return new ProfileView(
        profile.name(),
        Profiles.isBuiltIn(profile.name()),
        profile.instantlyRole(),
        profile.permissions(),
        profile.keyScopes(),
        rights(profile));
  }

  /** Every area, also those in which nothing may be done. */
  static Map<String, List<String>> rights(Profile profile) {
    var rights = new TreeMap<String, List<String>>();
    for (Area area : Area.values()) {
      rights.put(area.wire(), verbs(profile.rights().getOrDefault(area, Set.of())));
    }
    return rights;
  }

  /** Between the quotes of an ETag. */
  static String tag(Optional<KeptProfile> kept) {
    return kept.map(own -> Long.toString(own.version())).orElse("built-in");
  }

  private static List<String> verbs(Set<Verb> verbs) {
    return verbs.stream().sorted().map(Verb::wire).toList();
  }
}
