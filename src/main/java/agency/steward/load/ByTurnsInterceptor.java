package agency.steward.load;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs a list when it is its caller's turn. */
@ByTurns
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class ByTurnsInterceptor {
  private final ListTurns turns;

  ByTurnsInterceptor(ListTurns turns) {
    this.turns = turns;
  }

  @AroundInvoke
  Object await(InvocationContext list) throws Exception {
    try (var _ = turns.take()) {
      return list.proceed();
    }
  }
}
