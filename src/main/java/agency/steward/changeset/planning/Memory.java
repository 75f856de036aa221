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

  /** The targets again, those in doubt among them that have shrunk. */
  @Transactional
  List<Surveyed> compared(List<Surveyed> surveyed, boolean remember) {
    var doubts = new HashMap<WorkspaceId, Violation>();
    surveyed.stream()
        .filter(Surveyed.Seen.class::isInstance)
        .map(Surveyed.Seen.class::cast)
        .collect(Collectors.groupingBy(seen -> seen.present().list()))
        .forEach((list, seen) -> doubts.putAll(doubts(list, seen, remember)));
    return surveyed.stream().map(one -> doubted(one, doubts)).toList();
  }

  private static Surveyed doubted(Surveyed one, Map<WorkspaceId, Violation> doubts) {
    Violation why = doubts.get(one.workspace());
    return one instanceof Surveyed.Seen seen && why != null
        ? new Surveyed.Doubted(one.workspace(), one.name(), seen.present(), why)
        : one;
  }

  private Map<WorkspaceId, Violation> doubts(
      String list, List<Surveyed.Seen> seen, boolean remember) {
    var memories = store.read(list, seen.stream().map(Surveyed.Seen::workspace).toList());
    var next = new HashMap<WorkspaceId, ListMemory>();
    var doubts = new HashMap<WorkspaceId, Violation>();
    for (Surveyed.Seen one : seen) {
      ListMemory.Verdict verdict = verdict(memories.get(one.workspace()), one.present());
      next.put(one.workspace(), verdict.next());
      verdict.violation().ifPresent(why -> doubts.put(one.workspace(), why));
    }
    if (remember) {
      seen.stream()
          .map(one -> one.present().at())
          .max(Comparator.naturalOrder())
          .ifPresent(at -> store.keep(list, next, at));
    }
    return doubts;
  }

  private ListMemory.Verdict verdict(@Nullable ListMemory memory, Present present) {
    int now = present.objects().size();
    return memory == null
        ? ListMemory.first(now)
        : memory.look(now, present.at(), config.listShrank());
  }

  /** One complete look, while a set is applied. */
  @Transactional
  public Optional<Violation> look(WorkspaceId workspace, Present present) {
    var seen = new Surveyed.Seen(workspace, "", present);
    return Optional.ofNullable(doubts(present.list(), List.of(seen), true).get(workspace));
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
