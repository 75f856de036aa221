package agency.steward.sandbox.world;

import agency.steward.sandbox.limit.Quota;
import agency.steward.sandbox.row.Row;
import agency.steward.sandbox.row.Space;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One workspace: its rows and its quota. Reads never wait; writes come one after the other. */
public final class Place {
  private final UUID id;
  private final Commits commits;
  private final Quota quota = new Quota();
  private volatile Tables tables = Tables.EMPTY;

  Place(UUID id, Commits commits) {
    this.id = id;
    this.commits = commits;
  }

  public UUID id() {
    return id;
  }

  public Quota quota() {
    return quota;
  }

  public <T extends Row> Rows<T> rows(Table<T> table) {
    return tables.get(table);
  }

  public <T extends Row> Optional<T> find(Table<T> table, UUID row) {
    return tables.get(table).find(row);
  }

  public Space space() {
    return tables.get(Table.SPACE).get(0);
  }

  Tables tables() {
    return tables;
  }

  /** Rows as the log brings them back. */
  synchronized void restore(Tables restored) {
    tables = restored;
    commits.committed(this, Tables.EMPTY, restored);
  }

  /** Changes rows; all of the change is seen at once, and stored before this returns. */
  public <A> A write(Function<Draft, A> change) {
    return write(true, change);
  }

  /**
   * Changes rows, perhaps in vain.
   *
   * @param keep false forgets the change once it is made, though its answer says it was
   */
  public synchronized <A> A write(boolean keep, Function<Draft, A> change) {
    var draft = new Draft(tables);
    A answer = change.apply(draft);
    if (keep) {
      Tables before = tables;
      tables = draft.done();
      commits.committed(this, before, tables);
    }
    return answer;
  }
}
