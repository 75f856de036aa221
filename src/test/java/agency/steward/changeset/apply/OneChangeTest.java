package agency.steward.changeset.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.steward.changeset.lease.Leases;
import agency.steward.changeset.plan.Digest;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.State;
import agency.steward.instantly.Failures;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class OneChangeTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject Workbench workbench;
  @Inject Registered registered;
  @Inject Leases leases;
  @Inject LeaseRows leaseRows;

  private Workbench.Place place;
  private Things things;

  @BeforeEach
  void aThingThatIsBlue() {
    place = workbench.in(registered.onPaper("paint-" + UUID.randomUUID(), Map.of()));
    things = place.things;
    things.put("a", "blue");
  }

  private Problem problem(ThrowingCallable what) {
    var thrown = catchThrowableOfType(ProblemException.class, what);
    assertThat(thrown).isNotNull();
    return thrown.problem();
  }

  @Test
  void whatWasTakenBackHasFailedAndSaysWhy() {
    assertThat(problem(() -> place.paint("a", Paint.STICKY)).code())
        .isEqualTo(ProblemCode.CUSTODY_UNAVAILABLE);
    assertThat(place.row().result()).isEqualTo(Result.FAILED);
    assertThat(things.colour("a")).isEqualTo("blue");
  }

  @Test
  void whatIsOfNoUseThoughInstantlySaidYesIsTakenBack() {
    assertThat(problem(() -> place.paint("a", Paint.LOST)).detail()).isEqualTo("It was of no use");
    assertThat(place.row().result()).isEqualTo(Result.FAILED);
    assertThat(things.colour("a")).isEqualTo("blue");
  }

  @Test
  void aChangeCostsOneReadOneWriteAndOneReadBack() {
    Response answer = place.paint("a", "green");

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeaderString("Steward-Change-Set")).isEqualTo(place.set().id().toString());
    assertThat(things.calls).containsExactly("GET /things/a", "PATCH /things/a", "GET /things/a");
    assertThat(place.slept).isEmpty();
  }

  @Test
  void whatWasDoneIsRecordedWithItsBeforeAndAfter() {
    place.paint("a", "green");

    var set = place.set();
    var row = place.row();
    assertThat(set.state()).isEqualTo(State.SUCCEEDED);
    assertThat(set.finishedAt()).isPresent();
    assertThat(set.createdBy()).isEqualTo(place.principal);
    assertThat(set.digest())
        .contains(
            Digest.of("test_paint", List.of(Digest.Row.of(place.workspace.id(), row.change()))));
    assertThat(row.result()).isEqualTo(Result.APPLIED);
    assertThat(row.verified()).isTrue();
    assertThat(row.attempts()).isEqualTo(1);
    assertThat(row.appliedAt()).isPresent();
    assertThat(row.change().before().orElseThrow().path("colour").asText()).isEqualTo("blue");
    assertThat(row.change().after().orElseThrow().path("colour").asText()).isEqualTo("green");
  }

  @Test
  void whatIsSoAlreadyIsRecordedButNotSent() {
    Response answer = place.paint("a", "blue");

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(things.calls).containsExactly("GET /things/a");
    assertThat(place.set().state()).isEqualTo(State.SUCCEEDED);
    assertThat(place.row().result()).isEqualTo(Result.ALREADY_SATISFIED);
    assertThat(place.row().attempts()).isZero();
  }

  @Test
  void whatAGuardMindsIsRecordedButNotSent() {
    Problem problem = problem(() -> place.paint("a", "black"));

    assertThat(problem.code()).isEqualTo(ProblemCode.GUARD_VIOLATED);
    assertThat(problem.members())
        .containsEntry("change_set_id", place.set().id().toString())
        .containsKey("violations");
    assertThat(things.writes()).isZero();
    assertThat(place.set().state()).isEqualTo(State.FAILED);
    assertThat(place.row().result()).isEqualTo(Result.BLOCKED_GUARD);
    assertThat(place.row().violations().path(0).path("rule").asText()).isEqualTo("NO_BLACK");
  }

  @Test
  void aKeyThatLeadsElsewhereWritesNothing() {
    things.reads = Optional.of(Failures::wrongIdentity);

    Problem problem = problem(() -> place.paint("a", "green"));

    assertThat(problem.code()).isEqualTo(ProblemCode.GUARD_VIOLATED);
    assertThat(problem.members().get("violations").toString()).contains("IDENTITY_UNPROVEN");
    assertThat(things.writes()).isZero();
  }

  @Test
  void accident05_aYesThatChangedNothingIsNotApplied() {
    things.onWrite = effect -> {};

    Problem problem = problem(() -> place.paint("a", "green"));

    assertThat(problem.code()).isEqualTo(ProblemCode.WRITE_NOT_EFFECTIVE);
    assertThat(place.slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
    assertThat(place.row().result()).isEqualTo(Result.FAILED);
    assertThat(place.row().found().orElseThrow().path("colour").asText()).isEqualTo("blue");
    assertThat(things.writes()).isEqualTo(1);
  }

  @Test
  void anEffectThatShowsLateIsStillSeen() {
    things.onWrite =
        effect ->
            things.reads =
                Optional.of(() -> {
                  things.reads = Optional.empty();
                  effect.run();
                  return Failures.broken(503);
                });

    assertThat(place.paint("a", "green").getStatus()).isEqualTo(200);
    assertThat(place.slept).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void anEffectWhoseAnswerWasLostIsFoundByReadingBack() {
    things.failingAfterEffect(Failures.silence());

    assertThat(place.paint("a", "green").getStatus()).isEqualTo(200);
    assertThat(place.row().result()).isEqualTo(Result.APPLIED);
    assertThat(things.writes()).isEqualTo(1);
  }

  @Test
  void anErrorOfInstantlysWithoutEffectIsThatError() {
    things.failing(Failures.broken(500));

    assertThat(problem(() -> place.paint("a", "green")).code())
        .isEqualTo(ProblemCode.UPSTREAM_ERROR);
    assertThat(place.row().result()).isEqualTo(Result.FAILED);
    assertThat(things.writes()).isEqualTo(1);
  }

  @Test
  void silenceWithoutEffectIsUnknownAndNotToBeRetried() {
    things.failing(Failures.silence());

    Problem problem = problem(() -> place.paint("a", "green"));

    assertThat(problem.code()).isEqualTo(ProblemCode.OUTCOME_UNKNOWN);
    assertThat(problem.code().retryable()).isFalse();
    assertThat(problem.members()).containsEntry("change_set_id", place.set().id().toString());
    assertThat(place.set().state()).isEqualTo(State.RUNNING);
    assertThat(place.row().result()).isEqualTo(Result.UNKNOWN);
    assertThat(things.writes()).isEqualTo(1);
  }

  @Test
  void aGatewayThatGaveUpProvesNothing() {
    things.failing(Failures.broken(504));

    assertThat(problem(() -> place.paint("a", "green")).code())
        .isEqualTo(ProblemCode.OUTCOME_UNKNOWN);
  }

  @Test
  void anAcceptedWriteThatCannotBeReadBackIsUnknown() {
    things.onWrite =
        effect -> {
          effect.run();
          things.reads = Optional.of(() -> Failures.broken(503));
        };

    assertThat(problem(() -> place.paint("a", "green")).code())
        .isEqualTo(ProblemCode.OUTCOME_UNKNOWN);
  }

  @Test
  void aRefusalIsGivenOnWithoutReadingBack() {
    things.failing(Failures.scopeMissing());

    assertThat(problem(() -> place.paint("a", "green")).code())
        .isEqualTo(ProblemCode.CREDENTIAL_SCOPE_MISSING);
    assertThat(place.row().result()).isEqualTo(Result.FAILED);
    assertThat(things.calls).hasSize(2);
  }

  @Test
  void whatCustodyHasNoKeyForWasNotSentAndNobodyLooksForIt() {
    things.onWrite =
        effect -> {
          throw Problem.of(ProblemCode.CUSTODY_UNAVAILABLE, "Said by a test").thrown();
        };

    Problem problem = problem(() -> place.paint("a", "green"));

    assertThat(problem.code()).isEqualTo(ProblemCode.CUSTODY_UNAVAILABLE);
    assertThat(problem.members()).containsEntry("change_set_id", place.set().id().toString());
    assertThat(place.row().result()).isEqualTo(Result.NOT_ATTEMPTED);
    assertThat(place.set().state()).isEqualTo(State.FAILED);
    assertThat(things.calls).containsExactly("GET /things/a", "PATCH /things/a");
    assertThat(place.slept).isEmpty();
  }

  @Test
  void aRefusalBecauseItIsSoAlreadyIsNoFailure() {
    things.onWrite =
        effect -> {
          effect.run();
          throw Failures.conflict();
        };

    assertThat(place.paint("a", "green").getStatus()).isEqualTo(200);
    assertThat(place.row().result()).isEqualTo(Result.ALREADY_SATISFIED);
  }

  @Test
  void whoGoesBetweenReadAndWriteIsStale() {
    things.onWrite =
        effect -> {
          things.remove("a");
          throw Failures.notFound();
        };

    assertThat(problem(() -> place.paint("a", "green")).code())
        .isEqualTo(ProblemCode.NOT_FOUND_IN_WORKSPACE);
    assertThat(place.row().result()).isEqualTo(Result.SKIPPED_STALE);
  }

  @Test
  void somebodyElsesColourIsNotOurs() {
    things.onWrite = effect -> things.put("a", "yellow");

    Problem problem = problem(() -> place.paint("a", "green"));

    assertThat(problem.code()).isEqualTo(ProblemCode.WRITE_NOT_EFFECTIVE);
    assertThat(problem.detail()).contains("neither as it was before nor as it was wanted");
    assertThat(place.row().result()).isEqualTo(Result.FAILED);
    assertThat(place.row().found().orElseThrow().path("colour").asText()).isEqualTo("yellow");
  }

  @Test
  void aSubjectThatIsBeingChangedIsBusy() {
    var held = leases.take(place.workspace.id(), "thing:a", LONG).orElseThrow();

    Problem problem = problem(() -> place.paint("a", "green"));

    assertThat(problem.code()).isEqualTo(ProblemCode.SUBJECT_BUSY);
    assertThat(problem.retryAfter()).isPresent();
    assertThat(things.calls).isEmpty();
    leases.giveBack(held);
    assertThat(place.paint("a", "green").getStatus()).isEqualTo(200);
  }

  @Test
  void theLeaseIsGivenBackHoweverItEnds() {
    things.failing(Failures.scopeMissing());
    problem(() -> place.paint("a", "green"));
    problem(() -> place.paint("a", "black"));
    problem(() -> place.paint("nothing", "green"));
    place.paint("a", "blue");

    assertThat(leases.take(place.workspace.id(), "thing:a", LONG)).isPresent();
    assertThat(leases.take(place.workspace.id(), "thing:nothing", LONG)).isPresent();
  }

  /** This process was away so long that somebody else has taken over its lease. */
  @Test
  void nothingIsSentOnceTheLeaseWasLost() {
    things.beforeRead =
        () -> leaseRows.execute("UPDATE lease SET fence = nextval('lease_fence')", place.workspace);

    assertThat(problem(() -> place.paint("a", "green")).code()).isEqualTo(ProblemCode.SUBJECT_BUSY);
    assertThat(things.writes()).isZero();
  }

  @Test
  void aLeaseThatNobodyGaveBackEndsByItself() {
    var _ = leases.take(place.workspace.id(), "thing:a", LONG).orElseThrow();
    leaseRows.execute("UPDATE lease SET expires_at = clock_timestamp()", place.workspace);

    assertThat(place.paint("a", "green").getStatus()).isEqualTo(200);
  }

  @Test
  void ofManyAtOnceOneHoldsTheLease() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var taken =
          IntStream.range(0, 20)
              .mapToObj(i -> threads.submit(() -> leases.take(place.workspace.id(), "x", LONG)))
              .toList();
      int holders = 0;
      for (var one : taken) {
        holders += one.get().isPresent() ? 1 : 0;
      }
      assertThat(holders).isEqualTo(1);
    }
  }

  @Test
  void aChangeThatACrashLeftUnfinishedKeepsOthersFromTheSubject() {
    things.onWrite =
        effect -> {
          throw new Things.Crash();
        };
    assertThatThrownBy(() -> place.paint("a", "green")).isInstanceOf(Things.Crash.class);
    things.onWrite = Runnable::run;

    assertThat(problem(() -> place.paint("a", "yellow")).code())
        .isEqualTo(ProblemCode.SUBJECT_BUSY);
    assertThat(things.writes()).isEqualTo(1);
  }

  @Test
  void oneRiskyRowTooManyNeedsAChangeSet() {
    place.riskyRowsPerHour = 2;
    place.paint("a", "green");
    place.paint("a", "yellow");
    place.later(Duration.ofMinutes(58));

    Problem problem = problem(() -> place.paint("a", "white"));

    assertThat(problem.code()).isEqualTo(ProblemCode.APPROVAL_REQUIRED);
    assertThat(problem.detail()).contains("of change sets included", "POST /v1/change-sets");
    assertThat(things.writes()).isEqualTo(2);
    place.later(Duration.ofMinutes(3));
    assertThat(place.paint("a", "white").getStatus()).isEqualTo(200);
  }

  @Test
  void theLastRedOneStaysRedAndAnotherOneIsLookedForUnderTheLease() {
    things.put("a", "red");
    assertThat(problem(() -> place.paint("a", "green")).code())
        .isEqualTo(ProblemCode.GUARD_VIOLATED);

    things.put("b", "red");
    assertThat(place.paint("a", "green").getStatus()).isEqualTo(200);
    assertThat(leases.take(place.workspace.id(), "reds", LONG)).isPresent();
  }

  @Test
  void whoseOutcomeIsUnknownCountsForNobody() {
    things.put("a", "red");
    things.put("b", "red");
    things.failing(Failures.silence());
    assertThat(problem(() -> place.paint("a", "green")).code())
        .isEqualTo(ProblemCode.OUTCOME_UNKNOWN);
    things.onWrite = Runnable::run;

    assertThat(problem(() -> place.paint("b", "green")).code())
        .isEqualTo(ProblemCode.GUARD_VIOLATED);
    assertThat(things.colour("b")).isEqualTo("red");
  }
}
