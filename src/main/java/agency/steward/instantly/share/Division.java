package agency.steward.instantly.share;

import agency.steward.instantly.pace.Amount;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** One bucket divided among the replicas. */
final class Division {
  /** So many rounds until it is somebody else's turn where there is not one call for each. */
  private static final long ROUNDS = 64;

  private final Table table;
  private final Amount whole;
  private final UUID self;
  private final List<UUID> live;
  private final List<Need> needs;
  private Amount silent = Amount.NONE;
  private Amount others = Amount.NONE;

  Division(Table table, String bucket, Amount whole, UUID self, Need own) {
    this.table = table;
    this.whole = whole;
    this.self = self;
    table
        .members()
        .forEach((id, member) -> {
          if (!id.equals(self)) {
            Amount share = table.share(bucket, id, whole);
            others = others.plus(share);
            silent = member.isLive() ? silent : silent.plus(share);
          }
        });
    live =
        table.members().entrySet().stream()
            .filter(e -> e.getValue().isLive())
            .map(Map.Entry::getKey)
            .toList();
    needs = live.stream().map(id -> id.equals(self) ? own : table.need(bucket, id)).toList();
  }

  /** What this replica should have. */
  Amount target() {
    Amount left = whole.minus(silent);
    return new Amount(share(left.second(), Amount::second), share(left.minute(), Amount::minute));
  }

  /** What nobody else has. */
  Amount free() {
    return whole.minus(others);
  }

  private int share(int limit, ToIntFunction<Amount> of) {
    int[] interactive = needs.stream().map(Need::interactive).mapToInt(of).toArray();
    int[] bulk = needs.stream().map(Need::bulk).mapToInt(of).toArray();
    int turn = limit < live.size() ? (int) (table.round() / ROUNDS % live.size()) : 0;
    return Fair.divide(limit, interactive, bulk, turn)[live.indexOf(self)];
  }

  /** Whether nobody has or needs more of it than the usual part. */
  static boolean isOrdinary(Table table, String bucket, Amount whole) {
    return table.members().entrySet().stream()
        .allMatch(e -> {
          Amount usual = e.getValue().part().of(whole);
          return usual.covers(table.share(bucket, e.getKey(), whole))
              && usual.covers(table.need(bucket, e.getKey()).all());
        });
  }
}
