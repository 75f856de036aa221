package agency.steward.changeset.apply;

import agency.steward.changeset.SharedGround;
import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Judgement;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.instantly.InstantlyWorkspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Gathers what the guards decide by, and asks them. */
@ApplicationScoped
class Judge {
  private final ChangeStore store;

  Judge(ChangeStore store) {
    this.store = store;
  }

  /**
   * Every violation. Where the change has something in common with others, its lease is held from
   * here on: whoever holds it next sees what became of this change, or that nobody knows.
   *
   * @param instantly whose identity is proven
   */
  List<Violation> violations(Attempt attempt, InstantlyWorkspace instantly, Holding holding) {
    GuardContext context =
        attempt
            .kind()
            .sharedGround(attempt.change())
            .map(ground -> GuardContext.PROVEN.with(around(attempt, ground, instantly, holding)))
            .orElse(GuardContext.PROVEN);
    return Judgement.of(attempt.change(), context, attempt.kind().guards());
  }

  private List<ObjectNode> around(
      Attempt attempt, SharedGround ground, InstantlyWorkspace instantly, Holding holding) {
    holding.await(ground.lease());
    Set<String> inDoubt = store.inDoubt(attempt.workspace());
    return ground.look().around(instantly, inDoubt);
  }
}
