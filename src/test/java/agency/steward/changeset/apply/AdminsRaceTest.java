package agency.steward.changeset.apply;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.Step;
import agency.steward.changeset.guard.Limits;
import agency.steward.member.change.MemberKinds;
import agency.steward.member.change.Role;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people take the last two admins away at the same moment: the real engine and its leases. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class AdminsRaceTest {
  private static final MemberKinds KINDS = MemberKinds.under(Limits.USUAL);
  private static final String DONE = "done";

  @Inject Workbench workbench;
  @Inject Registered registered;

  private final Crowd crowd = new Crowd();

  @Test
  void accident24_twoPeopleTakingTheLastTwoAdminsLeaveOneAHundredTimes() throws Exception {
    race(100);
  }

  @Test
  @Tag("chaos")
  void accident24_twoPeopleTakingTheLastTwoAdminsLeaveOneAThousandTimes() throws Exception {
    race(1_000);
  }

  private void race(int rounds) throws Exception {
    Workspace workspace = registered.onPaper("race-" + UUID.randomUUID(), Map.of());
    OneChange engine = workbench.at(crowd, workspace);
    var seen = new ArrayList<String>();
    for (int round = 0; round < rounds; round++) {
      crowd.isOf("ann", "bob");
      List<String> outcomes =
          together(
              make(engine, workspace, "ann", round), make(engine, workspace, "bob", round / 2));
      assertThat(crowd.admins()).as("round %d: %s", round, outcomes).isEqualTo(1);
      assertThat(outcomes).containsOnlyOnce(DONE);
      seen.addAll(outcomes);
    }
    assertThat(seen)
        .isSubsetOf(DONE, ProblemCode.LAST_ADMIN.name(), ProblemCode.SUBJECT_BUSY.name());
  }

  /** A removal or a demotion. */
  private Callable<String> make(OneChange engine, Workspace workspace, String who, int round) {
    return () -> {
      Step step =
          round % 2 == 0
              ? KINDS.remove(crowd.member(who))
              : KINDS.role(crowd.member(who), Role.VIEW, true);
      try {
        engine.make(workspace, step.kind(), step.intent());
        return DONE;
      } catch (ProblemException refused) {
        return refused.problem().code().name();
      }
    };
  }

  private static List<String> together(Callable<String> one, Callable<String> other)
      throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> after(start, one));
      var second = threads.submit(() -> after(start, other));
      start.countDown();
      return List.of(first.get(), second.get());
    }
  }

  private static String after(CountDownLatch start, Callable<String> work) throws Exception {
    start.await();
    return work.call();
  }
}
