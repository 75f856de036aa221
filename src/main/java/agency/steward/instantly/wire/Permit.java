package agency.steward.instantly.wire;

/** The right to send one request. */
public interface Permit {

  /** Always holds, and listens to nothing. */
  Permit ALWAYS =
      new Permit() {
        @Override
        public boolean holds() {
          return true;
        }

        @Override
        public void sent() {}
      };

  /** Asked last thing before the request goes out, on an event loop. */
  boolean holds();

  /**
   * Told when the request has gone out, on any thread; not where it has not. Once more where it
   * went out only after whoever waited had given it up.
   */
  void sent();

  /**
   * Called when Instantly has refused the request without any effect: the permit has to hold again
   * for the next try.
   */
  default void refused() {}

  /** For a call that has to go before, which is not the one that is waited for. */
  default Permit ofAnotherCall() {
    Permit own = this;
    return new Permit() {
      @Override
      public boolean holds() {
        return own.holds();
      }

      @Override
      public void sent() {}
    };
  }
}
