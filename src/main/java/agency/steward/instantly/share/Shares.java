package agency.steward.instantly.share;

import agency.steward.instantly.pace.Amount;
import agency.steward.instantly.pace.Bucket;
import agency.steward.instantly.pace.Buckets;
import agency.steward.instantly.pace.Look;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One replica's shares of those buckets of which the usual part is not enough. One thread. */
final class Shares {
  /** Most buckets of which something is agreed because somebody waits; the others wait longer. */
  private static final int MOST = 1_000;

  private final Map<String, Pulse> pulses = new HashMap<>();
  private final UUID self;
  private final Buckets buckets;
  private final Amount whole;
  private volatile int agreed;

  Shares(UUID self, Buckets buckets, Amount whole) {
    this.self = self;
    this.buckets = buckets;
    this.whole = whole;
  }

  /** Of how many something is agreed. */
  int agreed() {
    return agreed;
  }

  /** Others may have taken something from a replica that was not heard of. */
  void keepTo(Table table) {
    for (String key : pulses.keySet()) {
      Amount share = buckets.at(key).share();
      buckets.agree(key, share.atMost(table.share(key, self, whole)));
    }
  }

  /** Those of which somebody has, or here somebody wants, another share than the usual. */
  Set<String> inQuestion(Table table, Amount usual, long now) {
    var keys = new HashSet<>(table.claims().keySet());
    if (table.members().size() > 1) {
      buckets.each((key, bucket) -> {
        Look look = bucket.look(now);
        boolean hungry = look.isWanted() && !usual.covers(whole) && keys.size() < MOST;
        if (hungry || !usual.covers(look.used())) {
          keys.add(key);
        }
      });
    }
    return keys;
  }

  /**
   * Has less of it at once, where it should; more once that is written.
   *
   * @return whether there is something to wait for
   */
  boolean divide(String key, Draft draft, long now) {
    Bucket bucket = buckets.at(key);
    Look look = bucket.look(now);
    Need need = pulses.computeIfAbsent(key, _ -> new Pulse(whole, look, now)).need(look, now);
    var division = new Division(draft.table(), key, whole, self, need);
    Amount target = division.target();
    Amount kept = bucket.share().atMost(target);
    buckets.agree(key, kept);
    Amount share = kept.atLeast(target.atMost(division.free()));
    Amount used = bucket.look(now).used();
    draft.claim(key, self, new Claim(share.atLeast(used), need));
    draft.share(key, share);
    return !share.covers(used) || (look.interactiveWaiting() > 0 && !share.covers(target));
  }

  /** Whether the usual share will do again. */
  boolean isQuiet(String key, Table table, long now) {
    Pulse pulse = pulses.get(key);
    return pulse != null && pulse.isQuiet(Division.isOrdinary(table, key, whole), now);
  }

  /** It is written: more may be used, and the usual again where nothing is agreed any more. */
  void written(Proposal done) {
    pulses
        .keySet()
        .removeIf(key -> {
          boolean over = done.after().claim(key, self).isEmpty();
          if (over) {
            buckets.at(key).agreeNothing();
          } else {
            buckets.agree(key, done.shares().getOrDefault(key, Amount.NONE));
          }
          return over;
        });
    agreed = pulses.size();
  }
}
