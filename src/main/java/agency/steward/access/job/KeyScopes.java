package agency.steward.access.job;

import static agency.steward.access.job.Verb.CREATE;
import static agency.steward.access.job.Verb.DELETE;
import static agency.steward.access.job.Verb.EDIT;
import static agency.steward.access.job.Verb.IMPORT;
import static agency.steward.access.job.Verb.VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a job means as scopes of an Instantly key (facts.md 1.2): {@code resource:action}. Only the
 * columns that say what one gets in Instantly; a key never carries what would let it mint keys or
 * appoint members. Instantly has no scope for launching alone, and {@code campaigns:update} would
 * give more than that, so a key of a profile that may launch but not edit cannot launch.
 */
public final class KeyScopes {
  private static final List<Area> IN_INSTANTLY =
      List.of(Area.CAMPAIGNS, Area.LEADS, Area.ACCOUNTS, Area.WEBHOOKS);
  private static final Set<Verb> EVERYTHING = Set.of(VIEW, CREATE, EDIT, DELETE);

  private KeyScopes() {}

  /** The scopes of a key for somebody with these rights. */
  public static List<String> of(Map<Area, Set<Verb>> rights) {
    var scopes = new ArrayList<String>();
    for (Area area : IN_INSTANTLY) {
      actions(rights.getOrDefault(area, Set.of()))
          .forEach(action -> scopes.add(area.wire() + ":" + action));
    }
    return List.copyOf(scopes);
  }

  private static List<String> actions(Set<Verb> verbs) {
    if (verbs.containsAll(EVERYTHING)) {
      return List.of("all");
    }
    var actions = new ArrayList<String>();
    if (verbs.contains(VIEW)) {
      actions.add("read");
    }
    if (verbs.contains(CREATE) || verbs.contains(IMPORT)) {
      actions.add("create");
    }
    if (verbs.contains(EDIT)) {
      actions.add("update");
    }
    if (verbs.contains(DELETE)) {
      actions.add("delete");
    }
    return actions;
  }
}
