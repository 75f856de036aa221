package agency.steward.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deep set in one workspace, which is read through all the other replicas meanwhile. */
@Tag("chaos")
class PaceTest {
  private static final Claims CLAIMS = new Claims();
  private static Rig usual;

  @AfterAll
  static void say() {
    if (usual != null) {
      usual.crew().close();
    }
    CLAIMS.write("replicas-pace.md");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void allTogetherStayWithinTheQuota(int replicas) {
    if (usual == null) {
      usual = Rig.direct(Map.of());
    }
    deep(usual, replicas, 1_500, 100, 6_000);
  }

  @Test
  void andWithinTheMinuteWhereThatIsWhatBinds() {
    Rig rig =
        Rig.direct(
            Map.of(
                "STEWARD_INSTANTLY_PACE_PER_SECOND", "30",
                "STEWARD_INSTANTLY_PACE_PER_MINUTE", "600"));
    rig.instantly().behave("{\"limits\":{\"per_second\":30,\"per_minute\":600}}");
    deep(rig, 2, 900, 30, 600);
    rig.crew().close();
  }

  private static void deep(Rig rig, int replicas, int rows, int second, int minute) {
    Crew crew = rig.crew().of(replicas);
    var pauses = new Pauses();
    var agency = new Agency(rig, 1, rows);
    String path = someone(agency);
    SetTask task = SetTask.of(agency, "role_change", Wanted.EVERYBODY);
    task.plan();
    task.apply();
    CompletableFuture<Void> done = CompletableFuture.runAsync(task::finish);
    // A fifth of the quota: people go first, and would leave nothing to the set else.
    Duration pause = Duration.ofMinutes(1).dividedBy(minute / 5).multipliedBy(replicas - 1L);
    var answered = new AtomicInteger();
    List<CompletableFuture<Void>> readers =
        crew.others(crew.first()).stream()
            .map(Replica::admin)
            .map(person ->
                CompletableFuture.runAsync(() -> {
                  while (!done.isDone()) {
                    answered.addAndGet(person.get(path).isGood() ? 1 : 0);
                    LockSupport.parkNanos(pause.toNanos());
                  }
                }))
            .toList();
    done.join();
    readers.forEach(CompletableFuture::join);

    Journal journal = agency.journal();
    Journal writes = journal.only(Journal.Line::isWrite);
    long took = writes.lines().getLast().at() - writes.lines().getFirst().at();
    String limits = " at %d/s and %d/min".formatted(second, minute);
    CLAIMS.figure(
        replicas, "longest time this machine let a thread wait", pauses.longest() + " ms");
    CLAIMS.quota(replicas, journal, second, minute);
    CLAIMS.whole(replicas, task);
    CLAIMS.atLeastOne(replicas, "reads answered meanwhile" + limits, answered.get());
    CLAIMS.figure(
        replicas,
        "calls a second, all together" + limits,
        String.format(
            Locale.ROOT,
            "%.1f",
            journal.after(writes.lines().getFirst().at()).size() * 1_000.0 / took));
    CLAIMS.check(replicas);
  }

  /** The path of one member: a page of them would be a call for each hundred of the whole list. */
  private static String someone(Agency agency) {
    String members = "/v1/workspaces/%s/members".formatted(agency.client().id());
    Answer found = agency.admin().get(members + "?email=" + agency.address("a0")).required();
    return members + "/" + found.json().path("items").path(0).path("id").asText();
  }
}
