package agency.steward.instantly.pace;

/** What all buckets of a process have in common: the limits, and what of them it may use. */
public final class Quota {
  private final Limits limits;
  private volatile Standing standing;
  private volatile Runnable onShort = () -> {};

  Quota(Limits limits) {
    this.limits = limits;
    this.standing = new Standing.Alone(limits.whole());
  }

  public Limits limits() {
    return limits;
  }

  public Standing standing() {
    return standing;
  }

  public void stand(Standing next) {
    standing = next;
  }

  /** Told when somebody waits only because the share is small; often, and it must not block. */
  public void onShort(Runnable run) {
    onShort = run;
  }

  void isShort() {
    onShort.run();
  }
}
