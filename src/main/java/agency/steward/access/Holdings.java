package agency.steward.access;

import agency.steward.access.grant.Grant;
import agency.steward.access.grant.Grants;
import agency.steward.access.grant.Reach;
import agency.steward.access.job.Profiles;
import agency.steward.workspace.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one caller holds: fleet roles, and grants, which are asked of the table only where no role
 * answers already, and only once. Lives as long as one question.
 */
final class Holdings {
  private final Caller caller;
  private final Grants table;
  private final Profiles profiles;
  private @Nullable List<Grant> grants;

  Holdings(Caller caller, Grants table, Profiles profiles) {
    this.caller = caller;
    this.table = table;
    this.profiles = profiles;
  }

  boolean everywhere(Right right) {
    return caller.roles().stream().anyMatch(right::isOf);
  }

  Visibility in(Right right) {
    return everywhere(right)
        ? new Visibility.Everything()
        : Reach.union(
            grants().stream().filter(grant -> carries(grant, right)).map(Grant::reach).toList());
  }

  private boolean carries(Grant grant, Right right) {
    return profiles.find(grant.profile()).filter(right::isOf).isPresent();
  }

  private List<Grant> grants() {
    List<Grant> known = grants;
    if (known == null) {
      known = table.heldBy(caller.principals());
      grants = known;
    }
    return known;
  }
}
