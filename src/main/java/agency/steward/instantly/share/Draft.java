package agency.steward.instantly.share;

import agency.steward.instantly.pace.Amount;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The table as one replica would have it, and what it will use then. Not thread-safe. */
final class Draft {
  private final long round;
  private final TreeMap<UUID, Member> members;
  private final Map<String, Map<UUID, Claim>> claims = new HashMap<>();
  private final Map<String, Amount> shares = new HashMap<>();

  Draft(Table table) {
    round = table.round();
    members = new TreeMap<>(table.members());
    table.claims().forEach((bucket, of) -> claims.put(bucket, new HashMap<>(of)));
  }

  /** A live view. */
  Table table() {
    return new Table(round, members, claims);
  }

  void put(UUID id, Member member) {
    members.put(id, member);
  }

  void claim(String bucket, UUID id, Claim claim) {
    claims.computeIfAbsent(bucket, _ -> new HashMap<>()).put(id, claim);
  }

  /**
   * @param share what the replica itself will use of it
   */
  void share(String bucket, Amount share) {
    shares.put(bucket, share);
  }

  Map<String, Amount> shares() {
    return shares;
  }

  /** Everybody has the usual part of it again. */
  void release(String bucket) {
    claims.remove(bucket);
  }

  void remove(UUID id) {
    members.remove(id);
    claims.values().forEach(of -> of.remove(id));
    claims.values().removeIf(Map::isEmpty);
  }

  /** What it has becomes less by these factors. */
  void shrink(UUID id, Stage stage, double second, double minute) {
    members.computeIfPresent(id, (_, member) -> member.shrunk(stage, second, minute));
    claims
        .values()
        .forEach(of ->
            of.computeIfPresent(
                id, (_, had) -> new Claim(had.share().times(second, minute), Need.NONE)));
  }
}
