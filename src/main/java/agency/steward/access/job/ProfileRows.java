package agency.steward.access.job;

import agency.steward.sql.Query;
import agency.steward.sql.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Between the table and the value; in the table rights are {@code area:verb}. */
final class ProfileRows {
  private ProfileRows() {}

  static KeptProfile read(Row row) {
    return new KeptProfile(
        new Profile(
            row.get("name", String.class),
            row.get("instantly_role", String.class),
            Arrays.asList(row.get("permissions", String[].class)),
            Arrays.asList(row.get("key_scopes", String[].class)),
            rights(row.get("rights", String[].class))),
        row.number("version"),
        row.get("updated_by", String.class),
        row.get("updated_at", Instant.class));
  }

  static void write(KeptProfile kept, Query query) {
    Profile profile = kept.profile();
    query
        .set("name", profile.name())
        .set("instantly_role", profile.instantlyRole())
        .set("permissions", profile.permissions().toArray(String[]::new))
        .set("key_scopes", profile.keyScopes().toArray(String[]::new))
        .set("rights", rights(profile.rights()))
        .set("version", kept.version())
        .set("updated_by", kept.updatedBy())
        .set("updated_at", kept.updatedAt());
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
