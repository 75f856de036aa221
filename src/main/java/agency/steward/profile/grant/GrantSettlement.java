package agency.steward.profile.grant;

import agency.steward.access.grant.GrantId;
import agency.steward.access.grant.Grants;
import agency.steward.access.job.Profiles;
import agency.steward.idempotency.Settlement;
import agency.steward.idempotency.StoredAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A grant that was bound is there: both commit together. */
@ApplicationScoped
class GrantSettlement implements Settlement {
  static final String KIND = "grant";

  private final Grants grants;
  private final Profiles profiles;

  GrantSettlement(Grants grants, Profiles profiles) {
    this.grants = grants;
    this.profiles = profiles;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<StoredAnswer> settle(UUID id) {
    return grants
        .findEver(new GrantId(id))
        .map(grant -> StoredAnswer.of(GrantView.of(grant, profiles).created()));
  }
}
