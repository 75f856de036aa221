package agency.steward.problem;

import java.sql.SQLException;

/**
 * Whether somebody waited in vain for one of the connections that others use, as opposed to one
 * that could not be opened in time. The pool tells them apart by nothing but its message.
 */
final class PoolInUse {
  private static final String NONE_CAME_BACK = "Sorry, acquisition timeout!";

  private PoolInUse() {}

  static boolean is(Throwable link) {
    return link instanceof SQLException late && NONE_CAME_BACK.equals(late.getMessage());
  }
}
