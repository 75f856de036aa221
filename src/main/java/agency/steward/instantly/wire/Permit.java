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

  /** Told when the request has gone out, once or twice, on any thread; not where it has not. */
  void sent();

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
