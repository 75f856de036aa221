package agency.steward.instantly.wire;

/** The right to send one request. */
public interface Permit {

  /** Of whoever minds nothing and wants to hear nothing. */
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

  /** Told when Instantly has refused it, and done nothing: it has to hold anew for the next try. */
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
