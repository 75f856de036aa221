package agency.steward.chaos;

import static org.awaitility.Awaitility.await;

import agency.steward.chaos.OwnerStore.Owned;
import agency.steward.chaos.wire.Call;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the middle of a wide set one more replica joins, and is killed as soon as it works. */
@Tag("chaos")
class SpreadTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int CLIENTS = 60;
  private static final Claims CLAIMS = new Claims();

  private final Rig rig = Rig.shared();

  @AfterEach
  void allIsWell() {
    rig.instantly().behave("{}");
  }

  @AfterAll
  static void say() {
    CLAIMS.write("replicas-spread.md");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void oneJoinsAndIsKilled(int replicas) {
    Crew crew = rig.crew().of(replicas - 1);
    rig.instantly().behave("{\"match\":{\"method\":\"PATCH\"},\"latency\":{\"median_ms\":2000}}");
    var agency = new Agency(rig, CLIENTS, 7);
    SetTask task = SetTask.of(agency, "role_change", Wanted.ROLES);
    task.plan();
    Replica joiner = crew.joining();
    await().atMost(PATIENCE).until(() -> joiner.wires().trap().moments() > 0);
    long applied = System.currentTimeMillis();
    task.apply();
    CompletableFuture<Void> done = CompletableFuture.runAsync(task::finish);

    List<Owned> spread = taken(done, joiner);
    await()
        .atMost(PATIENCE)
        .until(() -> done.isDone() || joiner.wires().calls().stream().anyMatch(Call::isWrite));
    long killed = System.currentTimeMillis();
    joiner.kill();
    List<Owned> left = rig.owners().of(joiner);
    long died = System.currentTimeMillis();
    await().atMost(PATIENCE).until(() -> rig.owners().of(joiner).isEmpty());
    long others = System.currentTimeMillis();
    done.join();

    Journal journal = agency.journal();
    CLAIMS.seconds(
        replicas,
        "one that joins calls Instantly, after it is ready",
        Math.max(0, first(agency, journal.after(applied), spread) - joiner.readyAtMillis()),
        2);
    CLAIMS.atLeastOne(replicas, "lanes of one that is killed", left.size());
    CLAIMS.seconds(replicas, "all of them are others', after that", others - killed, 10);
    CLAIMS.seconds(
        replicas, "and all are called for", last(agency, journal.after(died), left) - killed, 10);
    CLAIMS.none(replicas, "acknowledged rows sent again", journal.acknowledgedAndAgain(killed));
    CLAIMS.figure(
        replicas,
        "rows sent again whose answer nobody had heard",
        String.valueOf(journal.unansweredAndAgain(killed)));
    CLAIMS.whole(replicas, task);
    CLAIMS.quota(replicas, journal, 100, 6_000);
    crew.lose(joiner);
    CLAIMS.check(replicas);
  }

  private List<Owned> taken(Future<Void> done, Replica joiner) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> rig.owners().of(joiner), lanes -> !lanes.isEmpty() || done.isDone());
  }

  private static long first(Agency agency, Journal journal, List<Owned> lanes) {
    return lanes.stream()
        .flatMapToLong(lane -> journal.in(agency.client(lane.workspace()).there()).first().stream())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Until the last of them is; one that only had to be given back is called for no more. */
  private static long last(Agency agency, Journal journal, List<Owned> lanes) {
    return lanes.stream()
        .flatMapToLong(lane -> journal.in(agency.client(lane.workspace()).there()).first().stream())
        .max()
        .orElse(Long.MAX_VALUE);
  }
}
