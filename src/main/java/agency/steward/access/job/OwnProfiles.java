package agency.steward.access.job;

import java.util.List;
import java.util.Set;

/** The agency's own profiles, as they are at the moment of asking. */
@FunctionalInterface
interface OwnProfiles {
  /** Those of these names that there are. */
  List<Profile> named(Set<String> names);

  /** All of them, in any order. */
  default List<Profile> all() {
    return List.of();
  }
}
