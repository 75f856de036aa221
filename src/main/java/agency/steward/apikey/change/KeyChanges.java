package agency.steward.apikey.change;

import agency.steward.changeset.apply.OneChange;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** What can be done to keys, one at a time. */
@ApplicationScoped
public class KeyChanges {
  static final String AREA = "api_key";

  private final OneChange one;
  private final KeyKinds kinds;
  private final Workspaces workspaces;
  private final Clock clock;

  KeyChanges(OneChange one, KeyKinds kinds, Workspaces workspaces, Clock clock) {
    this.one = one;
    this.kinds = kinds;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /**
   * Makes a key. The answer shows its value, or where in custody it lies, and nothing else of
   * Steward's ever shows the value again: what is kept of it goes through {@link ShownOnce}.
   */
  public Response create(Workspace workspace, WantedKey wanted) {
    var made = new Made();
    KeyCreation kind = kinds.creation(made);
    try {
      return one.make(workspace, kind, kind.begun(KeyOrder.of(wanted), clock.instant()));
    } catch (ProblemException failed) {
      throw made.id()
          .filter(id -> failed.problem().code() == ProblemCode.OUTCOME_UNKNOWN)
          .map(id -> leftBehind(id, failed.problem()).thrown(failed))
          .orElse(failed);
    }
  }

  private static Problem leftBehind(String id, Problem unknown) {
    return new Problem(
            unknown.code(),
            unknown.status(),
            "The key %s was made, but its value reached nobody and it could not be revoked. Steward goes on trying to; where GET /v1/change-sets/{change_set_id} has not said within a quarter of an hour that it is gone, revoke it: DELETE it here."
                .formatted(id),
            unknown.errors(),
            unknown.retryAfter(),
            unknown.members())
        .with("key_id", id);
  }

  /**
   * Revokes a key.
   *
   * @param unprovenAllowed also where nobody can tell whether it is Steward's own
   */
  public Response revoke(Workspace workspace, String keyId, boolean unprovenAllowed) {
    // Another replica may have exchanged the credential this very second.
    Workspace now = workspaces.findNow(workspace.id()).orElse(workspace);
    return one.make(now, kinds.revocation(), KeyRevocation.intent(keyId, unprovenAllowed));
  }
}
