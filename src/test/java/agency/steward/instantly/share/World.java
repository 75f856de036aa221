package agency.steward.instantly.share;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.instantly.pace.ByHand;
import agency.steward.instantly.pace.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** Several replicas and one database in simulated time, and everything that was sent. */
final class World {
  static final long MS = 1_000_000;
  static final long SECOND = 1_000 * MS;
  static final ShareRules RULES =
      new ShareRules(Duration.ofMillis(500), Duration.ofMillis(2_500), Duration.ofMinutes(2), 0.1);

  final ByHand time = new ByHand();
  final Random random;
  final Limits limits;
  final List<Replica> replicas = new ArrayList<>();
  final Map<String, List<Long>> sent = new HashMap<>();
  private Table table = new Table(0, new TreeMap<>(), Map.of());
  private boolean away;

  World(int perSecond, int perMinute, long seed) {
    limits =
        new Limits(
            perSecond,
            perMinute,
            Duration.ofMillis(15),
            Duration.ofSeconds(4),
            Duration.ofSeconds(30));
    random = new Random(seed);
  }

  Replica join() {
    return join(random.nextInt(2));
  }

  Replica join(int machine) {
    var replica = new Replica(this, machine);
    replicas.add(replica);
    return replica;
  }

  /** Seconds after the beginning. */
  void at(double seconds, Runnable run) {
    time.at((long) (seconds * SECOND), run);
  }

  void playUntil(double seconds) {
    time.playUntil((long) (seconds * SECOND));
  }

  void databaseAway(double from, double until) {
    at(from, () -> away = true);
    at(until, () -> away = false);
  }

  boolean isAway() {
    return away;
  }

  Table table() {
    return table;
  }

  boolean write(Proposal proposal) {
    if (proposal.before().round() != table.round()) {
      return false;
    }
    Table after = proposal.after();
    table = new Table(table.round() + 1, after.members(), after.claims());
    return true;
  }

  boolean renew(UUID id, long beat) {
    var member = table.member(id).filter(Member::isLive);
    member.ifPresent(me -> {
      var members = new TreeMap<>(table.members());
      members.put(id, new Member(beat, me.part(), me.stage(), me.process()));
      table = new Table(table.round() + 1, members, table.claims());
    });
    return member.isPresent();
  }

  void sent(String bucket) {
    sent.computeIfAbsent(bucket, _ -> new ArrayList<>()).add(time.now());
  }

  /** What somebody else than a replica's callers has sent there. */
  void sent(String bucket, List<Long> moments) {
    List<Long> all = sent.computeIfAbsent(bucket, _ -> new ArrayList<>());
    all.addAll(moments);
    all.sort(null);
  }

  /** How many calls a second went to it. */
  double rate(String bucket, double from, double until) {
    return sent.getOrDefault(bucket, List.of()).stream()
            .filter(at -> at >= from * SECOND && at < until * SECOND)
            .count()
        / (until - from);
  }

  void assertNoWindowExceeded() {
    sent.forEach((_, times) -> {
      assertWindow(times, limits.perSecond(), SECOND);
      assertWindow(times, limits.perMinute(), 60 * SECOND);
    });
  }

  private static void assertWindow(List<Long> times, int limit, long period) {
    for (int i = limit; i < times.size(); i++) {
      long apart = times.get(i) - times.get(i - limit);
      if (apart < period) {
        assertThat(apart)
            .as("call %d and %d, at %d ms", i - limit, i, times.get(i) / MS)
            .isGreaterThanOrEqualTo(period);
      }
    }
  }
}
