package agency.steward.changeset.planning;

import agency.steward.changeset.Present;
import agency.steward.changeset.guard.GuardConfig;
import agency.steward.changeset.guard.ListMemory;
import agency.steward.changeset.guard.Violation;
import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares complete looks with those before them, and remembers them (rule LIST_SHRANK). */
@ApplicationScoped
public class Memory {
  private final MemoryStore store;
  private final GuardConfig config;

  Memory(MemoryStore store, GuardConfig config) {
    this.store = store;
    this.config = config;
  }

  /** Why some of these are not believed: they have shrunk. */
  @Transactional
  Map<WorkspaceId, Violation> doubts(List<Glance> seen, boolean remember) {
    var doubts = new HashMap<WorkspaceId, Violation>();
    seen.stream()
        .collect(Collectors.groupingBy(Glance::list))
        .forEach((list, there) -> doubts.putAll(doubts(list, there, remember)));
    return doubts;
  }

  private Map<WorkspaceId, Violation> doubts(String list, List<Glance> seen, boolean remember) {
    var memories = store.read(list, seen.stream().map(Glance::workspace).toList());
    var next = new HashMap<WorkspaceId, ListMemory>();
    var doubts = new HashMap<WorkspaceId, Violation>();
    for (Glance one : seen) {
      ListMemory.Verdict verdict = verdict(memories.get(one.workspace()), one);
      next.put(one.workspace(), verdict.next());
      verdict.violation().ifPresent(why -> doubts.put(one.workspace(), why));
    }
    if (remember) {
      seen.stream()
          .map(Glance::at)
          .max(Comparator.naturalOrder())
          .ifPresent(at -> store.keep(list, next, at));
    }
    return doubts;
  }

  private ListMemory.Verdict verdict(@Nullable ListMemory memory, Glance seen) {
    return memory == null
        ? ListMemory.first(seen.count())
        : memory.look(seen.count(), seen.at(), config.listShrank());
  }

  /** One complete look, while a set is applied. */
  @Transactional
  public Optional<Violation> look(WorkspaceId workspace, Present present) {
    var seen = List.of(Glance.of(workspace, present));
    return Optional.ofNullable(doubts(seen, true).get(workspace));
  }

  /** How long the list was, where it was seen whole since then and was to be believed. */
  public Optional<ListMemory> known(WorkspaceId workspace, String list, Instant since) {
    return store.known(workspace, list, since);
  }

  /**
   * What stands against believing a list that was read bit by bit while it was changed. That is not
   * remembered: only one that was read at once says how long it is.
   *
   * @param before what it was when that began
   */
  public Optional<Violation> doubt(ListMemory before, int count, Instant at) {
    return before.look(count, at, config.listShrank()).violation();
  }
}
