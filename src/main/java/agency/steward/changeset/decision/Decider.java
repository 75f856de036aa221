package agency.steward.changeset.decision;

import agency.steward.changeset.stored.ChangeSet;
import agency.steward.ledger.Actor;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who decides, in which request.
 *
 * @param asRead throws where the set is no longer as they have read it; asked once nobody else can
 *     move it
 */
public record Decider(Actor actor, Optional<String> requestId, Consumer<ChangeSet> asRead) {

  /** Steward itself, on behalf of whoever asked for the set. */
  static Decider forWhoAsked(ChangeSet set) {
    return new Decider(Actor.stewardFor(set.createdBy()), Optional.empty(), now -> {});
  }

  public String principal() {
    return actor.principal();
  }
}
