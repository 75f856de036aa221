package agency.steward.profile.grant;

import agency.steward.access.caller.Caller;
import agency.steward.access.grant.Grant;
import agency.steward.access.grant.GrantId;
import agency.steward.access.grant.Grants;
import agency.steward.access.grant.Narrowing;
import agency.steward.access.grant.Reach;
import agency.steward.access.job.ProfileEdits;
import agency.steward.idempotency.Idempotency;
import agency.steward.ledger.Actor;
import agency.steward.ledger.Ledger;
import agency.steward.ledger.LedgerEntry;
import agency.steward.problem.Problem;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Creates and revokes grants, each with its entry in the ledger and the answer for a repeated
 * request.
 */
@ApplicationScoped
class Granting {
  private final Grants grants;
  private final ProfileEdits profiles;
  private final Ledger ledger;
  private final Idempotency idempotency;

  Granting(Grants grants, ProfileEdits profiles, Ledger ledger, Idempotency idempotency) {
    this.grants = grants;
    this.profiles = profiles;
    this.ledger = ledger;
    this.idempotency = idempotency;
  }

  /** Throws {@code VALIDATION_FAILED} where the profile has been deleted meanwhile. */
  @Transactional
  void give(Grant grant, Caller by, String requestId) {
    if (!profiles.hold(grant.profile())) {
      throw Problem.invalid("/profile", "This profile has just been deleted").thrown();
    }
    grants.add(grant);
    idempotency.bind(GrantSettlement.KIND, grant.id().value());
    ledger.append(entry("grant.create", grant, by, requestId));
  }

  /**
   * From its commit on the grant counts nowhere.
   *
   * @return false if there is none, or it was revoked before
   */
  @Transactional
  boolean takeBack(GrantId id, Caller by, String requestId) {
    Optional<Grant> ended =
        grants.find(id).filter(grant -> grants.revoke(grant.id(), by.principal()));
    ended.ifPresent(grant -> ledger.append(entry("grant.revoke", grant, by, requestId)));
    return ended.isPresent();
  }

  private static LedgerEntry entry(String action, Grant grant, Caller by, String requestId) {
    return LedgerEntry.of(Actor.of(by.principal(), by.roleNames()), action)
        .asked(Optional.of(requestId))
        .with(facts(grant));
  }

  private static ObjectNode facts(Grant grant) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    facts
        .put("grant_id", grant.id().toString())
        .put("principal", grant.principal().toString())
        .put("profile", grant.profile());
    switch (grant.reach()) {
      case Reach.Selected selected -> facts.put("selector", selected.selector().toString());
      case Reach.Named named -> {
        var ids = facts.putArray("workspace_ids");
        named.workspaces().stream().sorted().forEach(id -> ids.add(id.toString()));
      }
    }
    if (grant.narrowing() instanceof Narrowing.Tagged tagged) {
      var tags = facts.putArray("tags");
      tagged.labels().stream().sorted().forEach(tags::add);
    }
    grant.expiresAt().ifPresent(ends -> facts.put("expires_at", ends.toString()));
    return facts;
  }
}
