package agency.steward.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes one changed condition, and the state that follows from it. */
@ApplicationScoped
class ConditionWriter {
  private final WorkspaceStore store;
  private final CacheInvalidation invalidation;

  ConditionWriter(WorkspaceStore store, CacheInvalidation invalidation) {
    this.store = store;
    this.invalidation = invalidation;
  }

  /** In a transaction of its own: what was seen is true whatever becomes of the caller's. */
  @Transactional(TxType.REQUIRES_NEW)
  void write(WorkspaceId id, Condition seen) {
    store.lock(id).ifPresent(row -> apply(row, seen));
    invalidation.afterCompletion(id);
  }

  private static void apply(WorkspaceRow row, Condition seen) {
    List<Condition> conditions = StoredJson.conditions(row.conditions);
    Optional<Condition> before = find(conditions, seen.type());
    if (before.filter(b -> seen.isKnownFrom(b) || isLater(b, seen)).isPresent()) {
      return;
    }
    Condition now = before.map(seen::after).orElse(seen).sinceNow();
    WorkspaceRows.writeConditions(replace(conditions, now), seen.checkedAt(), row);
  }

  /** A look that was overtaken by a later one says nothing any more. */
  private static boolean isLater(Condition known, Condition seen) {
    return known.checkedAt().isAfter(seen.checkedAt());
  }

  private static Optional<Condition> find(List<Condition> conditions, Condition.Type type) {
    return conditions.stream().filter(c -> c.type() == type).findFirst();
  }

  private static List<Condition> replace(List<Condition> conditions, Condition now) {
    var replaced = new ArrayList<>(conditions);
    replaced.removeIf(c -> c.type() == now.type());
    replaced.add(now);
    replaced.sort(Comparator.comparing(Condition::type));
    return replaced;
  }
}
