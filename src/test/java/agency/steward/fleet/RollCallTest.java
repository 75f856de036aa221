package agency.steward.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import agency.steward.fleet.answer.Coverage;
import agency.steward.instantly.Gathering;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RollCallTest {
  private static final Problem LATE = Problem.of(ProblemCode.UPSTREAM_TIMEOUT, "too late");
  private static final Problem BROKEN = Problem.of(ProblemCode.UPSTREAM_ERROR, "broken");

  /** Answers, failures, repeated news and the deadline in any order. */
  @Property(tries = 300)
  void everyWorkspaceIsCountedExactlyOnce(
      @ForAll @IntRange(max = 40) int active,
      @ForAll @IntRange(max = 5) int skipped,
      @ForAll @IntRange(max = 5) int unknown,
      @ForAll long seed)
      throws Exception {
    // Given
    var random = new Random(seed);
    List<Workspace> workspaces = Some.workspaces(active);
    var roll = Some.rollCall(workspaces, Long.MAX_VALUE, 0);
    var news = new ArrayList<>(workspaces);
    news.addAll(workspaces.subList(0, active / 2));
    Collections.shuffle(news, random);
    int deadline = random.nextInt(news.size() + 1);

    // When
    for (int i = 0; i < news.size(); i++) {
      if (i == deadline) {
        roll.timeUp((workspace, asked) -> LATE);
      }
      roll.settle(
          random.nextBoolean()
              ? new Reading.Rows(news.get(i), new byte[random.nextInt(3)])
              : new Reading.Missing(news.get(i), BROKEN));
    }
    roll.timeUp((workspace, asked) -> LATE);
    List<Reading> settled = readAll(roll);

    // Then
    assertThat(settled)
        .extracting(Reading::workspace)
        .containsExactlyInAnyOrderElementsOf(workspaces);
    Coverage coverage = coverage(settled, skipped, unknown);
    assertThat(coverage.total()).isEqualTo(active + skipped + unknown);
    assertThat(coverage.total()).isEqualTo(coverage.ok() + coverage.failed() + coverage.skipped());
    assertThat(coverage.failures()).hasSize(coverage.failed());
    assertThat(coverage.skippedWorkspaces()).hasSize(coverage.skipped());
  }

  @Test
  void theDeadlineTellsWhoWasAskedFromWhoWasNot() throws Exception {
    // Given
    var roll = Some.rollCall(Some.workspaces(2), Long.MAX_VALUE, 0);
    roll.asking(Some.workspace(1));

    // When
    roll.timeUp((workspace, asked) -> asked ? LATE : BROKEN);

    // Then
    assertThat(readAll(roll))
        .containsExactly(
            new Reading.Missing(Some.workspace(1), LATE),
            new Reading.Missing(Some.workspace(2), BROKEN));
  }

  @Test
  void whoWantsMuchAtOnceIsNotWokenForLess() throws Exception {
    // Given
    var roll = Some.rollCall(Some.workspaces(4), Long.MAX_VALUE, 10);
    var batches = new CopyOnWriteArrayList<List<Reading>>();
    var reader = Thread.ofVirtual().unstarted(() -> readBatches(roll, batches));

    // When
    reader.start();
    Threads.awaitBlocked(reader);
    roll.settle(new Reading.Rows(Some.workspace(1), new byte[6]));
    roll.settle(new Reading.Missing(Some.workspace(2), BROKEN));
    Threads.awaitBlocked(reader);
    List<List<Reading>> before = List.copyOf(batches);
    roll.settle(new Reading.Rows(Some.workspace(3), new byte[6]));
    await().until(() -> batches.size() == 1);
    roll.settle(new Reading.Rows(Some.workspace(4), new byte[1]));
    reader.join();

    // Then: and the last one is not kept waiting
    assertThat(before).isEmpty();
    assertThat(batches).extracting(List::size).containsExactly(3, 1);
  }

  @Test
  void aReaderWhoWantsMoreThanMayWaitDoesNotWaitForIt() throws Exception {
    var roll = Some.rollCall(Some.workspaces(2), 10, 1_000);

    roll.settle(new Reading.Rows(Some.workspace(1), new byte[11]));

    assertThat(roll.next()).hasSize(1);
  }

  private static void readBatches(RollCall roll, List<List<Reading>> batches) {
    try {
      for (List<Reading> batch = roll.next(); !batch.isEmpty(); batch = roll.next()) {
        batches.add(batch);
      }
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void nobodyIsAskedWhileTheReaderIsBehind() throws Exception {
    // Given
    var roll = Some.rollCall(Some.workspaces(2), 10, 0);
    roll.settle(new Reading.Rows(Some.workspace(1), new byte[11]));
    var asker = Thread.ofVirtual().unstarted(() -> awaitRoom(roll));

    // When
    asker.start();
    Threads.awaitBlocked(asker);
    roll.next();

    // Then
    asker.join();
  }

  @Test
  void whatIsNotYetBeingWrittenStillWaits() throws Exception {
    // Given
    var roll = Some.rollCall(Some.workspaces(4), Parts.WRITE, 0);
    for (Workspace each : Some.workspaces(4)) {
      roll.settle(new Reading.Rows(each, new byte[Parts.WRITE - 1]));
    }
    var asker = Thread.ofVirtual().unstarted(() -> awaitRoom(roll));
    asker.start();

    // When, then
    assertThat(roll.next()).hasSize(2);
    Threads.awaitBlocked(asker);
    assertThat(roll.next()).hasSize(2);
    asker.join();
  }

  @Test
  void whatWasGatheredCountsUntilItIsSentAndNotAtAllWhereNothingIsKept() throws Exception {
    // Given
    var gathering = new Gathering(() -> 1_000);
    var roll = new RollCall(Some.workspaces(3), gathering, 1_000, 0);
    Some.workspaces(3).forEach(each -> roll.memory(each).keeps(300));

    // When
    long gathered = gathering.held();
    roll.settle(new Reading.Missing(Some.workspace(1), BROKEN));
    roll.settle(new Reading.Rows(Some.workspace(2), new byte[100]));
    long settled = gathering.held();
    roll.next();

    // Then
    assertThat(gathered).isEqualTo(900);
    assertThat(settled).isEqualTo(100 + 300);
    assertThat(gathering.held()).isEqualTo(300);
  }

  @Test
  void whoeverReadsForNobodyIsTold() {
    var roll = Some.rollCall(Some.workspaces(1), 10, 0);
    roll.abandon();
    assertThatThrownBy(roll::next).isInstanceOf(IOException.class).hasMessageContaining("gone");
  }

  private static void awaitRoom(RollCall roll) {
    try {
      roll.awaitRoom();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Reading> readAll(RollCall roll) throws Exception {
    var all = new ArrayList<Reading>();
    for (List<Reading> batch = roll.next(); !batch.isEmpty(); batch = roll.next()) {
      all.addAll(batch);
    }
    return all;
  }

  private static Coverage coverage(List<Reading> settled, int skipped, int unknown) {
    var failures = new ArrayList<Coverage.Failure>();
    int ok = 0;
    for (Reading reading : settled) {
      switch (reading) {
        case Reading.Rows rows -> ok++;
        case Reading.Ordered rows -> ok++;
        case Reading.Missing(var workspace, var problem) ->
            failures.add(Coverage.Failure.of(workspace, problem));
      }
    }
    failures.addAll(Collections.nCopies(unknown, Coverage.Failure.unknown("nobody")));
    var left =
        Collections.nCopies(
            skipped, new Coverage.Skipped("x", "X", ProblemCode.WORKSPACE_SUSPENDED, Some.NOON));
    return Coverage.of(ok, failures, left, Some.NOON);
  }
}
