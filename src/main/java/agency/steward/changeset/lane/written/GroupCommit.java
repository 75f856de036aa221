package agency.steward.changeset.lane.written;

import agency.steward.changeset.lane.Lane;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Group commit: what lanes write at the same time is written in one transaction, by the first of
 * them that comes, by one statement of each sort. Each would wait for the row of its set, for the
 * head of the ledger and for the disk; so they wait once for all, with one connection.
 */
@ApplicationScoped
class GroupCommit {

  /** Rows of a transaction: more keep others, such as a person's request, waiting for it. */
  private static final int MOST = 1_000;

  /** SQL states that the data of one lane can bring about: bad data, a constraint, a conflict. */
  private static final Set<String> OF_ONE = Set.of("22", "23", "40");

  private final BundleStore store;
  private final Queue<Writing<?>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock(true);

  GroupCommit(BundleStore store) {
    this.store = store;
  }

  /**
   * Returns once it is committed. Throws what the work throws, and then it has written nothing;
   * {@link Stop.Lost} where the lane is somebody else's.
   *
   * @param rows how many it writes
   * @param work given the state of the set; it may be tried twice
   */
  <T> T write(Lane lane, int rows, Function<String, T> work) {
    return bundled(
        lane,
        rows,
        (state, _) -> {
          T written = work.apply(state);
          return () -> written;
        });
  }

  /** The same of what can be written by statements for all lanes together. */
  <T> T bundled(Lane lane, int rows, Writing.Work<T> work) {
    var writing = new Writing<>(lane, rows, work);
    waiting.add(writing);
    turn.lock();
    try {
      while (!writing.isOver()) {
        commit(next());
      }
    } finally {
      turn.unlock();
    }
    return writing.result();
  }

  /** How many wait for the transaction that is under way. */
  int waiting() {
    return waiting.size();
  }

  private List<Writing<?>> next() {
    var next = new ArrayList<Writing<?>>();
    int rows = 0;
    for (var each = waiting.poll(); each != null; each = rows < MOST ? waiting.poll() : null) {
      next.add(each);
      rows += each.rows();
    }
    return next;
  }

  private void commit(List<Writing<?>> group) {
    var written = new AtomicBoolean();
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> {
            write(group);
            written.set(true);
          });
      group.forEach(Writing::committed);
    } catch (RuntimeException e) {
      if (group.size() > 1 && isOfOne(e, written.get())) {
        group.forEach(each -> commit(List.of(each)));
      } else {
        group.forEach(each -> each.failed(e));
      }
    } catch (Error e) {
      group.forEach(each -> each.failed(new IllegalStateException(e)));
      throw e;
    }
  }

  private void write(List<Writing<?>> group) {
    Map<Long, String> states = store.hold(group.stream().map(Writing::lane).toList());
    var bundle = new Bundle();
    group.forEach(each -> each.into(Optional.ofNullable(states.get(each.lane().fence())), bundle));
    store.write(bundle);
    group.forEach(Writing::conclude);
  }

  /**
   * Then the others are not to suffer from it. Where the database is away all of them do, and where
   * only the COMMIT has failed, nobody knows what became of it: nothing is said twice.
   */
  private static boolean isOfOne(Throwable e, boolean written) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getSQLState() != null && OF_ONE.contains(sql.getSQLState().substring(0, 2));
      }
    }
    return !written;
  }
}
