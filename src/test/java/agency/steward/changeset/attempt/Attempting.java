package agency.steward.changeset.attempt;

import agency.steward.instantly.Deadline;
import agency.steward.instantly.InstantlyWorkspace;

/** Attempts at a made-up Instantly, for tests of the engine. */
public final class Attempting {
  private final Sites sites;
  private final Looks looks;

  /**
   * @param instantly answers for every workspace
   */
  public Attempting(InstantlyWorkspace instantly, ChangeSetConfig config, Sleeper sleeper) {
    this.sites = sites(instantly, config);
    this.looks = new Looks(sites, sleeper);
  }

  @SuppressWarnings("NullAway")
  private static Sites sites(InstantlyWorkspace instantly, ChangeSetConfig config) {
    return new Sites(null, null, config) {
      @Override
      InstantlyWorkspace within(Stay stay, Deadline until) {
        return instantly;
      }
    };
  }

  public Sites sites() {
    return sites;
  }

  public Looks looks() {
    return looks;
  }

  public Execution execution() {
    return new Execution(looks);
  }
}
