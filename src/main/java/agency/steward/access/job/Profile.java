package agency.steward.access.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A job: what it stands for in Instantly, and what its holder may do through Steward.
 *
 * @param instantlyRole the role a member of this profile is invited with (facts.md 4.1)
 * @param permissions the invite permissions; empty = those of the role (facts.md 4.1)
 * @param keyScopes what an API key of this profile is minted with (facts.md 1.2)
 */
public record Profile(
    String name,
    String instantlyRole,
    List<String> permissions,
    List<String> keyScopes,
    Map<Area, Set<Verb>> rights) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

  public Profile {
    permissions = List.copyOf(permissions);
    keyScopes = List.copyOf(keyScopes);
    rights = Map.copyOf(rights);
  }

  /** Whether a profile may be called so. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  public boolean may(Verb verb, Area area) {
    return rights.getOrDefault(area, Set.of()).contains(verb);
  }
}
