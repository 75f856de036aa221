package agency.steward.changeset.decision;

import agency.steward.changeset.stored.ChangeSet;
import agency.steward.ledger.Actor;
import java.util.Optional;
import java.util.TreeSet;

/** Who decides, in which request. */
public record Decider(Actor actor, Optional<String> requestId) {

  /** Steward itself, for who asked for the set. */
  public static Decider forWhoAsked(ChangeSet set) {
    Actor actor =
        new Actor(Actor.STEWARD.principal(), Optional.of(set.createdBy()), new TreeSet<>());
    return new Decider(actor, Optional.empty());
  }

  public String principal() {
    return actor.principal();
  }
}
