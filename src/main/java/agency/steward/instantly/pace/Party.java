package agency.steward.instantly.pace;

/**
 * On whose behalf this thread calls, so that somebody who wants much does not hold up somebody who
 * wants little. Virtual threads inherit it from the request that starts them. It only decides whose
 * turn it is, never what is allowed.
 */
public final class Party {
  /** Whatever nobody in particular has asked for. */
  private static final String HOUSE = "";

  private static final InheritableThreadLocal<String> CURRENT =
      new InheritableThreadLocal<>() {
        @Override
        protected String initialValue() {
          return HOUSE;
        }
      };

  private Party() {}

  /** This thread, and those it starts from now on, act for this principal. */
  public static void is(String principal) {
    CURRENT.set(principal);
  }

  public static String current() {
    return CURRENT.get();
  }
}
