package agency.steward.access.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The profiles there are: four that are built in, and the agency's own, which are asked of the
 * table each time, so that a change of one counts at once on every replica. The table is asked only
 * for a name that is not built in.
 */
@ApplicationScoped
public class Profiles {
  private final OwnProfiles own;

  @Inject
  Profiles(OwnProfiles own) {
    this.own = own;
  }

  /** The built-in ones alone. */
  public Profiles() {
    this(names -> List.of());
  }

  /** Those that are always there and never change. */
  public static List<Profile> builtIn() {
    return BuiltIn.PROFILES;
  }

  public static boolean isBuiltIn(String name) {
    return BuiltIn.PROFILES.stream().anyMatch(profile -> profile.name().equals(name));
  }

  /** The built-in ones, then the agency's own by name. */
  public List<Profile> all() {
    return Stream.concat(
            BuiltIn.PROFILES.stream(),
            own.all().stream().sorted(Comparator.comparing(Profile::name)))
        .toList();
  }

  public Optional<Profile> find(String name) {
    return Optional.ofNullable(named(Set.of(name)).get(name));
  }

  /** Those of these names that there are. */
  public Map<String, Profile> named(Collection<String> names) {
    var found = new HashMap<String, Profile>();
    BuiltIn.PROFILES.stream()
        .filter(profile -> names.contains(profile.name()))
        .forEach(profile -> found.put(profile.name(), profile));
    Set<String> others =
        names.stream()
            .filter(name -> !found.containsKey(name) && Profile.isName(name))
            .collect(Collectors.toSet());
    if (!others.isEmpty()) {
      own.named(others).forEach(profile -> found.put(profile.name(), profile));
    }
    return found;
  }
}
