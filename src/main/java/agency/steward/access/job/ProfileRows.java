package agency.steward.access.job;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Between the table and the value. */
final class ProfileRows {
  private ProfileRows() {}

  static KeptProfile read(ProfileRow row) {
    return new KeptProfile(
        new Profile(
            row.name,
            row.instantlyRole,
            Arrays.asList(row.permissions),
            Arrays.asList(row.keyScopes),
            rights(row.rights)),
        row.version,
        row.updatedBy,
        row.updatedAt);
  }

  static ProfileRow write(KeptProfile kept) {
    Profile profile = kept.profile();
    var row = new ProfileRow();
    row.name = profile.name();
    row.instantlyRole = profile.instantlyRole();
    row.permissions = profile.permissions().toArray(String[]::new);
    row.keyScopes = profile.keyScopes().toArray(String[]::new);
    row.rights = rights(profile.rights());
    row.version = kept.version();
    row.updatedBy = kept.updatedBy();
    row.updatedAt = kept.updatedAt();
    return row;
  }

  private static String[] rights(Map<Area, Set<Verb>> rights) {
    return rights.entrySet().stream()
        .flatMap(
            area -> area.getValue().stream().map(verb -> area.getKey().wire() + ":" + verb.wire()))
        .sorted()
        .toArray(String[]::new);
  }

  /** A word of a later release means nothing to this one, so it gives nothing. */
  private static Map<Area, Set<Verb>> rights(String[] stored) {
    var rights = new EnumMap<Area, Set<Verb>>(Area.class);
    for (String right : stored) {
      int colon = right.indexOf(':');
      Area.of(right.substring(0, colon))
          .ifPresent(area ->
              Verb.of(right.substring(colon + 1))
                  .filter(area.full()::contains)
                  .ifPresent(verb ->
                      rights.computeIfAbsent(area, a -> EnumSet.noneOf(Verb.class)).add(verb)));
    }
    return rights;
  }
}
