package agency.steward.apikey.change;

import agency.steward.changeset.TakenBackException;
import agency.steward.credential.ApiKey;
import agency.steward.credential.Custody;
import agency.steward.credential.Deliveries;
import agency.steward.credential.KeyPlace;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.WorkspaceId;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the values of new keys into custody, where whoever they are for fetches them. */
final class Delivery {
  /** Where a key says in which place its value lies. */
  static final String PATH = "vault_path";

  private static final Duration SOON = Duration.ofSeconds(5);

  private final Supplier<Custody> custody;

  Delivery(Supplier<Custody> custody) {
    this.custody = custody;
  }

  /** Throws {@code CUSTODY_UNAVAILABLE} where a key that is made now could not be delivered. */
  void prepare(WorkspaceId workspace) {
    deliveries().has(KeyPlace.any(workspace));
  }

  /**
   * Delivers, or takes the key back. Throws {@link TakenBackException} then, and {@code
   * IllegalStateException} where it could not even be revoked.
   */
  void deliver(InstantlyWorkspace instantly, String id, ApiKey value) {
    try {
      deliveries().deliver(new KeyPlace(instantly.workspace().id(), id), value);
    } catch (ProblemException undelivered) {
      revoke(instantly, id);
      throw new TakenBackException(takenBack(id, undelivered.problem()));
    }
  }

  private static void revoke(InstantlyWorkspace instantly, String id) {
    try {
      if (Revoking.isGone(instantly, id)) {
        return;
      }
    } catch (ProblemException unrevoked) {
      throw leftBehind(id, unrevoked);
    }
    throw leftBehind(id, null);
  }

  private static RuntimeException leftBehind(String id, @Nullable Exception cause) {
    return new IllegalStateException(
        "the key " + id + " could be neither delivered nor revoked", cause);
  }

  private static Problem takenBack(String id, Problem why) {
    return Problem.of(
            why.code(),
            "%s The key %s, which was to be put there, was revoked again; nothing is left of it."
                .formatted(why.detail(), id))
        .after(SOON);
  }

  boolean has(WorkspaceId workspace, String id) {
    return deliveries().has(new KeyPlace(workspace, id));
  }

  String path(WorkspaceId workspace, String id) {
    return deliveries().path(new KeyPlace(workspace, id));
  }

  private Deliveries deliveries() {
    return custody.get().deliveries();
  }
}
