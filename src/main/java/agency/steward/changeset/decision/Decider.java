package agency.steward.changeset.decision;

import agency.steward.changeset.stored.ChangeSet;
import agency.steward.ledger.Actor;
import java.util.Optional;

/** Who decides, in which request. */
public record Decider(Actor actor, Optional<String> requestId) {

  /** Steward itself, on behalf of whoever asked for the set. */
  static Decider forWhoAsked(ChangeSet set) {
    return new Decider(Actor.stewardFor(set.createdBy()), Optional.empty());
  }

  public String principal() {
    return actor.principal();
  }
}
