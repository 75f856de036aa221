package agency.steward.profile.job;

import agency.steward.access.job.Area;
import agency.steward.access.job.Verb;
import agency.steward.profile.grant.Faults;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a profile may do with what: only verbs that mean something in their area. */
final class RightTerms {
  private RightTerms() {}

  static Map<Area, Set<Verb>> read(Optional<Map<String, List<String>>> asked, Faults faults) {
    var rights = new EnumMap<Area, Set<Verb>>(Area.class);
    if (asked.isEmpty()) {
      faults.add("/rights", "rights says what its holder may do; {} is nothing but a role");
    }
    asked
        .orElse(Map.of())
        .forEach((name, verbs) ->
            Area.of(name)
                .ifPresentOrElse(
                    area -> rights.put(area, verbs(area, verbs, faults)),
                    () -> faults.add("/rights/" + name, "An area is one of " + areas())));
    return rights;
  }

  private static Set<Verb> verbs(Area area, List<String> asked, Faults faults) {
    var verbs = EnumSet.noneOf(Verb.class);
    for (int i = 0; i < asked.size(); i++) {
      Optional<Verb> verb = Verb.of(asked.get(i)).filter(area.full()::contains);
      if (verb.isEmpty()) {
        faults.add(
            "/rights/" + area.wire() + "/" + i,
            "What one can do with %s is %s".formatted(area.wire(), all(area)));
      }
      verb.ifPresent(verbs::add);
    }
    return verbs;
  }

  private static String all(Area area) {
    return area.full().stream().sorted().map(Verb::wire).collect(Collectors.joining(", "));
  }

  private static String areas() {
    return Arrays.stream(Area.values()).map(Area::wire).collect(Collectors.joining(", "));
  }
}
