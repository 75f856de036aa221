package agency.steward.changeset.decision;

import agency.steward.ledger.Actor;
import java.util.Optional;

/** Who decides, in which request. */
public record Decider(Actor actor, Optional<String> requestId) {
  public String principal() {
    return actor.principal();
  }
}
