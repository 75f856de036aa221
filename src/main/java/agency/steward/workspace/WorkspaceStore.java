package agency.steward.workspace;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * The table of the tenants. Readers get values, never managed rows; only {@link #lock} hands out a
 * row, and what is changed on it is written at once by {@link #flush()}.
 */
@ApplicationScoped
class WorkspaceStore implements PanacheRepositoryBase<WorkspaceRow, UUID> {
  private final StatelessSession reader;

  WorkspaceStore(StatelessSession reader) {
    this.reader = reader;
  }

  @Transactional
  Optional<Workspace> read(WorkspaceId id) {
    var where = new Where();
    return select(where.and("id = " + where.bind(id.value())), "").stream().findFirst();
  }

  @Transactional
  List<Workspace> matching(Where where) {
    return select(where, "");
  }

  /** In the order of their ids, which is the order of registration. */
  @Transactional
  List<Workspace> page(Where where, int limit) {
    return select(where, " ORDER BY id LIMIT " + limit);
  }

  @Transactional
  long count(Where where) {
    String sql = "SELECT count(*) FROM workspace WHERE " + where.sql();
    return where.bindTo(reader.createNativeQuery(sql, Long.class)).getSingleResult();
  }

  /** The row itself, held until the transaction ends. */
  @Transactional(TxType.MANDATORY)
  Optional<WorkspaceRow> lock(WorkspaceId id) {
    return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  @Transactional(TxType.MANDATORY)
  boolean remove(WorkspaceId id) {
    return getEntityManager()
            .createNativeQuery("DELETE FROM workspace WHERE id = :id")
            .setParameter("id", id.value())
            .executeUpdate()
        > 0;
  }

  private List<Workspace> select(Where where, String tail) {
    String sql = "SELECT * FROM workspace WHERE " + where.sql() + tail;
    return where.bindTo(reader.createNativeQuery(sql, WorkspaceRow.class)).getResultList().stream()
        .map(WorkspaceRows::read)
        .toList();
  }
}
