package agency.steward.instantly.pace;

/**
 * On whose behalf this thread calls, so that who wants much does not stand in the way of who wants
 * little. Virtual threads that a request starts belong to the same: they inherit it. It only says
 * whose turn it is, not what anybody may.
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
