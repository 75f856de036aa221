package agency.steward.problem;

import java.sql.SQLException;
import java.util.Set;
import org.hibernate.exception.JDBCConnectionException;

/**
 * Whether PostgreSQL is away, starting, stopping or full, as opposed to refusing a statement. By
 * SQLSTATE class 08 and the operator codes of 57 and 53 (PostgreSQL manual, appendix A); 25P03 and
 * 55P03 where a transaction stood still or waited for one that does; the pool gives no state when
 * no connection comes in time, and the driver 99999 when the pool gives up on one that is just
 * being opened.
 */
final class DatabaseAway {
  private static final Set<String> STATES =
      Set.of(
          "57P01", "57P02", "57P03", "57P05", "53300", "53100", "53200", "25006", "25P03", "55P03",
          "99999");

  private DatabaseAway() {}

  static boolean is(Throwable link) {
    return link instanceof JDBCConnectionException
        || (link instanceof SQLException refused && isAway(refused.getSQLState()));
  }

  private static boolean isAway(String state) {
    return state == null || state.startsWith("08") || STATES.contains(state);
  }
}
