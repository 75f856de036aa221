package agency.steward.problem;

import java.sql.SQLException;
import java.util.Set;

/**
 * Whether PostgreSQL was given text that it cannot hold, such as U+0000: no name or filter has it,
 * so that whoever sent it is told. By SQLSTATE (PostgreSQL manual, appendix A).
 */
final class Unstorable {
  private static final Set<String> STATES = Set.of("22021", "22P05");

  private Unstorable() {}

  static boolean is(Throwable link) {
    return link instanceof SQLException refused
        && refused.getSQLState() != null
        && STATES.contains(refused.getSQLState());
  }
}
