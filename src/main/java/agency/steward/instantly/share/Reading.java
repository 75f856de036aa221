package agency.steward.instantly.share;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Gathers a table row by row. */
final class Reading {
  private final TreeMap<UUID, Member> members = new TreeMap<>();
  private final Map<String, Map<UUID, Claim>> claims = new HashMap<>();
  private long round;

  void round(long number) {
    round = number;
  }

  void member(UUID id, Member member) {
    members.put(id, member);
  }

  void claim(String bucket, UUID id, Claim claim) {
    claims.computeIfAbsent(bucket, _ -> new HashMap<>()).put(id, claim);
  }

  Table table() {
    return new Table(round, members, claims);
  }
}
