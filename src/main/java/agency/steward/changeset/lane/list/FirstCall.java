package agency.steward.changeset.lane.list;

import agency.steward.instantly.wire.Permit;

/** Notes when the first call of a visit goes out: what it waits for before makes nothing older. */
final class FirstCall implements Permit {
  private final Permit own;
  private long at = System.nanoTime();
  private boolean noted;

  FirstCall(Permit own) {
    this.own = own;
  }

  @Override
  public synchronized boolean holds() {
    if (!noted) {
      noted = true;
      at = System.nanoTime();
    }
    return own.holds();
  }

  @Override
  public void sent() {
    own.sent();
  }

  /** Before it went out, as {@link System#nanoTime} counts. */
  synchronized long at() {
    return at;
  }
}
