package agency.steward.profile.job;

import agency.steward.access.caller.Caller;
import agency.steward.access.grant.Grants;
import agency.steward.access.job.KeptProfile;
import agency.steward.access.job.Profile;
import agency.steward.access.job.ProfileEdits;
import agency.steward.ledger.Actor;
import agency.steward.ledger.Ledger;
import agency.steward.ledger.LedgerEntry;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.web.IfMatch;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Writes and deletes the agency's own profiles, each time with its entry in the ledger. */
@ApplicationScoped
class ProfileEditing {
  private final ProfileEdits edits;
  private final Grants grants;
  private final Ledger ledger;

  ProfileEditing(ProfileEdits edits, Grants grants, Ledger ledger) {
    this.edits = edits;
    this.grants = grants;
    this.ledger = ledger;
  }

  /**
   * Throws {@code PRECONDITION_FAILED}.
   *
   * @param ifNoneMatch {@code *} writes only what is new
   */
  @Transactional
  ProfileEdits.Outcome put(
      Profile profile,
      Optional<String> ifMatch,
      Optional<String> ifNoneMatch,
      Caller by,
      String requestId) {
    ProfileEdits.Outcome outcome =
        edits.put(
            profile,
            there -> isMeant(ifMatch, there) && !isExcluded(ifNoneMatch, there),
            by.principal());
    if (outcome instanceof ProfileEdits.Outcome.Changed) {
      throw changed();
    }
    ledger.append(entry("profile.write", by, requestId).with(facts(profile)));
    return outcome;
  }

  /** Throws {@code NOT_FOUND}, {@code PRECONDITION_FAILED}, {@code PROFILE_IN_USE}. */
  @Transactional
  void delete(String name, Optional<String> ifMatch, Caller by, String requestId) {
    Optional<KeptProfile> there = edits.lock(name);
    if (there.isEmpty()) {
      throw Unknown.profile();
    }
    if (!isMeant(ifMatch, there)) {
      throw changed();
    }
    long live = grants.countOf(name);
    if (live > 0) {
      throw Problem.of(
              ProblemCode.PROFILE_IN_USE,
              "Live grants that give it: %d. GET /v1/grants lists them; take them back first, or"
                      .formatted(live)
                  + " put the profile without rights, which ends what they allow at once.")
          .thrown();
    }
    edits.remove(name);
    ledger.append(
        entry("profile.delete", by, requestId)
            .with(JsonNodeFactory.instance.objectNode().put("profile", name)));
  }

  private static boolean isMeant(Optional<String> ifMatch, Optional<KeptProfile> there) {
    return there
        .map(kept -> IfMatch.of(ifMatch).allows(ProfileView.tag(Optional.of(kept))))
        .orElse(ifMatch.isEmpty());
  }

  private static boolean isExcluded(Optional<String> ifNoneMatch, Optional<KeptProfile> there) {
    return ifNoneMatch.isPresent() && there.isPresent() && isMeant(ifNoneMatch, there);
  }

  private static ProblemException changed() {
    return Problem.of(
            ProblemCode.PRECONDITION_FAILED,
            "What is there now is not what If-Match or If-None-Match asks for.")
        .thrown();
  }

  private static LedgerEntry entry(String action, Caller by, String requestId) {
    return LedgerEntry.of(Actor.of(by.principal(), by.roleNames()), action)
        .asked(Optional.of(requestId));
  }

  private static ObjectNode facts(Profile profile) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    facts.put("profile", profile.name()).put("instantly_role", profile.instantlyRole());
    profile.permissions().forEach(facts.putArray("permissions")::add);
    profile.keyScopes().forEach(facts.putArray("key_scopes")::add);
    ObjectNode rights = facts.putObject("rights");
    ProfileView.rights(profile)
        .forEach((area, verbs) -> {
          if (!verbs.isEmpty()) {
            verbs.forEach(rights.putArray(area)::add);
          }
        });
    return facts;
  }
}
