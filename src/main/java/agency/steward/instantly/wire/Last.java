package agency.steward.instantly.wire;

/**
 * What a thread was answered last. It counts as coming in until it counts as what was made of it;
 * but never while the thread makes another call, or waits, and may have to wait for memory itself.
 */
public final class Last {
  private static final ScopedValue<Last> CURRENT = ScopedValue.newInstance();

  private Runnable over = () -> {};

  private Last() {}

  /** Does this, and then lets go of what came last. */
  public static void keptDuring(Runnable work) {
    var last = new Last();
    ScopedValue.where(CURRENT, last)
        .run(() -> {
          try {
            work.run();
          } finally {
            last.is(() -> {});
          }
        });
  }

  /**
   * Another answer is the last one now.
   *
   * @param over run when it is needed no longer; at once where nothing is kept
   */
  public static void keep(Runnable over) {
    if (CURRENT.isBound()) {
      CURRENT.get().is(over);
    } else {
      over.run();
    }
  }

  /** It is needed no longer: there is to be another answer, or it counts elsewhere from now on. */
  public static void letGo() {
    keep(() -> {});
  }

  private void is(Runnable next) {
    over.run();
    over = next;
  }
}
