package agency.steward.sandbox.behaviour;

import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.json.Misfit;
import agency.steward.sandbox.row.StoredRule;
import agency.steward.sandbox.world.Table;
import agency.steward.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All rules. Safe for several threads. */
public final class Switchboard {
  private static final Comparator<Rule> HEAVIEST_FIRST =
      Comparator.comparingInt(Rule::weight).reversed();

  private final World world;
  private final Map<UUID, Rule> rules = new LinkedHashMap<>();
  private volatile Map<Optional<UUID>, List<Rule>> byWorkspace = Map.of();

  public Switchboard(World world) {
    this.world = world;
    world.common().rows(Table.RULES).stream()
        .map(row -> Rule.of(row.json()))
        .forEach(rule -> rules.put(rule.id(), rule));
    arrange();
  }

  /**
   * Puts one rule in the place of the one for the same workspace and match; one that says nothing
   * takes it away, and an empty object takes all away.
   */
  public synchronized void put(JsonNode json) throws Misfit {
    Rule rule = Rule.of(json);
    if (json.isEmpty()) {
      rules.clear();
    } else if (rule.settings().silent()) {
      rules.remove(rule.id());
    } else {
      rules.put(rule.id(), rule);
    }
    keep(rule.id(), json);
    arrange();
  }

  public synchronized void clear() {
    rules.clear();
    arrange();
  }

  /** The rules as they were put, as a JSON array. */
  public byte[] json() {
    var out = new JsonOut().array();
    world.common().rows(Table.RULES).stream()
        .forEach(row -> out.json(row.json().getBytes(StandardCharsets.UTF_8)));
    return out.endArray().toBytes();
  }

  /** What holds for a call. */
  public Settings of(UUID workspace, String method, String path) {
    var all = byWorkspace;
    if (all.isEmpty()) {
      return Settings.NONE;
    }
    Settings general = merged(all.get(Optional.<UUID>empty()), method, path, Settings.NONE);
    return merged(all.get(Optional.of(workspace)), method, path, general);
  }

  private static Settings merged(
      @Nullable List<Rule> rules, String method, String path, Settings otherwise) {
    if (rules == null) {
      return otherwise;
    }
    Settings merged = otherwise;
    for (Rule rule : rules.reversed()) {
      if (rule.match().matches(method, path)) {
        merged = rule.settings().over(merged);
      }
    }
    return merged;
  }

  private void arrange() {
    byWorkspace =
        rules.values().stream()
            .sorted(HEAVIEST_FIRST)
            .collect(Collectors.groupingBy(Rule::workspace));
  }

  private void keep(UUID id, JsonNode json) {
    world
        .common()
        .write(draft -> {
          draft.all(Table.RULES).toList().stream()
              .filter(row -> !rules.containsKey(row.id()))
              .forEach(row -> draft.remove(Table.RULES, row));
          if (rules.containsKey(id)) {
            draft.put(Table.RULES, new StoredRule(id, json.toString()));
          }
          return id;
        });
  }
}
