package agency.steward.changeset.lane;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.Semaphore;

/** Stands around the transaction, so that its end is inside too. */
@ByTurns
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class Turns {
  private static final int AT_ONCE = 8;
  private static final Semaphore ROOM = new Semaphore(AT_ONCE, true);

  @AroundInvoke
  Object inTurn(InvocationContext call) throws Exception {
    ROOM.acquireUninterruptibly();
    try {
      return call.proceed();
    } finally {
      ROOM.release();
    }
  }
}
