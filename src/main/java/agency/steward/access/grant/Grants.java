package agency.steward.access.grant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who holds which profile where, as the rest of the house asks it. */
@ApplicationScoped
public class Grants {
  private static final UUID FIRST = new UUID(0, 0);
  private static final int BLOCK = 500;

  private final GrantStore store;
  private final Clock clock;

  Grants(GrantStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What these principals hold at this moment, read from the table each time. */
  public List<Grant> heldBy(Set<Principal> principals) {
    return store.live(
        principals.stream().map(Principal::toString).collect(Collectors.toSet()), clock.instant());
  }

  /** What these principals no longer hold: the last ten, latest end first. */
  public List<EndedGrant> endedOf(Set<Principal> principals) {
    return store.ended(
        principals.stream().map(Principal::toString).collect(Collectors.toSet()),
        clock.instant(),
        10);
  }

  public Optional<Grant> find(GrantId id) {
    return store.find(id.value());
  }

  /** As it was granted, also where it counts no more. */
  public Optional<Grant> findEver(GrantId id) {
    return store.findEver(id.value());
  }

  /** At most this many of those the filter picks, expired ones included, oldest first. */
  public List<Grant> page(GrantFilter filter, Optional<GrantId> after, int size) {
    var picked = new ArrayList<Grant>();
    Optional<String> principal = filter.principal().map(Principal::toString);
    UUID last = after.map(GrantId::value).orElse(FIRST);
    while (picked.size() < size) {
      List<Grant> block = store.page(principal, last, BLOCK);
      block.stream().filter(filter::picks).limit((long) size - picked.size()).forEach(picked::add);
      if (block.size() < BLOCK) {
        break;
      }
      last = block.getLast().id().value();
    }
    return picked;
  }

  /** How many live grants give this profile. */
  public long countOf(String profile) {
    return store.count(profile, clock.instant());
  }

  /** Part of the caller's transaction, so that its record commits with it. */
  public void add(Grant grant) {
    store.insert(grant);
  }

  /**
   * Ends a grant, as part of the caller's transaction.
   *
   * @return whether it was this call that ended it
   */
  public boolean revoke(GrantId id, String by) {
    return store.revoke(id.value(), by, clock.instant());
  }
}
