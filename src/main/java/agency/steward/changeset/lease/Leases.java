package agency.steward.changeset.lease;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes and gives back, outside of any transaction. Whoever dies with a lease gives it back by its
 * expiry.
 */
@ApplicationScoped
public class Leases {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

  private final LeaseStore store;

  Leases(LeaseStore store) {
    this.store = store;
  }

  /** Empty while somebody else holds it. */
  public Optional<Lease> take(WorkspaceId workspace, String name, Duration length) {
    var fence = store.take(workspace, name, length);
    return fence.isPresent()
        ? Optional.of(new Lease(workspace, name, fence.getAsLong()))
        : Optional.empty();
  }

  /** Does nothing where somebody else has taken it over. */
  public void giveBack(Lease lease) {
    store.giveBack(lease);
  }

  /** The problem for whoever comes while somebody else holds it. */
  public static ProblemException busy() {
    return Problem.of(
            ProblemCode.SUBJECT_BUSY,
            "Another change of the same subject is under way. Look how it ends, then try again.")
        .after(TRY_AGAIN)
        .thrown();
  }
}
