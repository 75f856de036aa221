package agency.steward.instantly.share;

import agency.steward.instantly.pace.Amount;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What the replicas have agreed on, as it was at one moment. Whoever has no claim to a bucket has
 * the part of it that {@link Member} says.
 *
 * @param round grows with each change
 * @param claims by bucket and replica
 */
record Table(long round, SortedMap<UUID, Member> members, Map<String, Map<UUID, Claim>> claims) {

  Optional<Member> member(UUID id) {
    return Optional.ofNullable(members.get(id));
  }

  Optional<Claim> claim(String bucket, UUID id) {
    return Optional.ofNullable(claims.getOrDefault(bucket, Map.of()).get(id));
  }

  /** What counts as used by it. */
  Amount share(String bucket, UUID id, Amount whole) {
    return claim(bucket, id)
        .map(Claim::share)
        .orElseGet(() -> member(id).map(Member::part).orElse(Part.NONE).of(whole));
  }

  Need need(String bucket, UUID id) {
    return claim(bucket, id).map(Claim::need).orElse(Need.NONE);
  }
}
