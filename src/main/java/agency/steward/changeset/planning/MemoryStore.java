package agency.steward.changeset.planning;

import agency.steward.changeset.guard.ListMemory;
import agency.steward.changeset.stored.SqlStore;
import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How long lists were when they were last seen whole. */
@ApplicationScoped
@Transactional
class MemoryStore {
  private static final String READ =
      """
      SELECT workspace_id, seen, shrunk_to, shrunk_at FROM seen_list
      WHERE list = ? AND workspace_id = ANY (?) ORDER BY workspace_id FOR UPDATE
      """;
  private static final String KEEP =
      """
      INSERT INTO seen_list (workspace_id, list, seen, seen_at, shrunk_to, shrunk_at)
      SELECT workspace_id, ?, seen, ?, shrunk_to, shrunk_at::timestamptz
      FROM unnest(?, ?, ?, ?) AS r(workspace_id, seen, shrunk_to, shrunk_at)
      ON CONFLICT (workspace_id, list) DO UPDATE SET seen = excluded.seen, seen_at = excluded.seen_at,
        shrunk_to = excluded.shrunk_to, shrunk_at = excluded.shrunk_at
      """;

  private static final String KNOWN =
      """
      SELECT seen FROM seen_list WHERE list = ? AND workspace_id = ? AND seen_at >= ? AND shrunk_to IS NULL
      """;

  private final SqlStore database;

  MemoryStore(SqlStore database) {
    this.database = database;
  }

  @Transactional(TxType.MANDATORY)
  Map<WorkspaceId, ListMemory> read(String list, List<WorkspaceId> workspaces) {
    var memories = new HashMap<WorkspaceId, ListMemory>();
    UUID[] ids = workspaces.stream().map(WorkspaceId::value).toArray(UUID[]::new);
    for (Object[] row : database.rows(READ, list, ids)) {
      memories.put(new WorkspaceId((UUID) row[0]), new ListMemory((Integer) row[1], doubt(row)));
    }
    return memories;
  }

  private static Optional<ListMemory.Doubt> doubt(Object[] row) {
    return row[2] instanceof Integer seen && row[3] instanceof Timestamp since
        ? Optional.of(new ListMemory.Doubt(seen, since.toInstant()))
        : Optional.empty();
  }

  @Transactional(TxType.SUPPORTS)
  Optional<ListMemory> known(WorkspaceId workspace, String list, Instant since) {
    return database.column(KNOWN, Integer.class, list, workspace.value(), since).stream()
        .map(seen -> new ListMemory(seen, Optional.empty()))
        .findFirst();
  }

  @Transactional(TxType.MANDATORY)
  void keep(String list, Map<WorkspaceId, ListMemory> memories, Instant now) {
    List<Map.Entry<WorkspaceId, ListMemory>> all =
        memories.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    database.update(
        KEEP,
        list,
        now,
        all.stream().map(each -> each.getKey().value()).toArray(UUID[]::new),
        all.stream().map(each -> each.getValue().seen()).toArray(Integer[]::new),
        all.stream()
            .map(each -> each.getValue().doubt().map(ListMemory.Doubt::seen).orElse(null))
            .toArray(Integer[]::new),
        all.stream()
            .map(each ->
                each.getValue()
                    .doubt()
                    .map(doubt -> doubt.since().atOffset(ZoneOffset.UTC).toString())
                    .orElse(null))
            .toArray(String[]::new));
  }
}
