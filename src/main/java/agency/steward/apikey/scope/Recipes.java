package agency.steward.apikey.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What keys are often made for (contract 5). Their names are taken; no profile has one of them. */
public final class Recipes {
  private static final Map<String, List<String>> ALL =
      Map.of(
          "analytics", List.of("campaigns:read", "accounts:read"),
          "campaign_management", List.of("campaigns:all", "leads:all"),
          "lead_reader", List.of("leads:read"));

  private Recipes() {}

  public static Optional<List<String>> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** Sorted. */
  public static List<String> names() {
    var names = new ArrayList<>(ALL.keySet());
    names.sort(null);
    return names;
  }
}
