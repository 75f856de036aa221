package agency.steward.changeset.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.changeset.lease.Leases;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.State;
import agency.steward.instantly.Failures;
import agency.steward.problem.ProblemException;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.WorkspaceRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class SettlerTest {
  @Inject Workbench workbench;
  @Inject Registered registered;
  @Inject WorkspaceRegistry registry;
  @Inject Leases leases;
  @Inject LeaseRows leaseRows;

  private Workbench.Place place;
  private Things things;

  @BeforeEach
  void aThingThatIsBlue() {
    place = workbench.in(registered.onPaper("settle-" + UUID.randomUUID(), Map.of()));
    things = place.things;
    things.put("a", "blue");
  }

  private void crashBeforeTheWrite() {
    things.onWrite =
        effect -> {
          throw new Things.Crash();
        };
    assertThatThrownBy(() -> place.paint("a", "green")).isInstanceOf(Things.Crash.class);
    assertThat(place.row().result()).isEqualTo(Result.RUNNING);
  }

  private void crashAfterTheWrite() {
    things.onWrite =
        effect -> {
          effect.run();
          throw new Things.Crash();
        };
    assertThatThrownBy(() -> place.paint("a", "green")).isInstanceOf(Things.Crash.class);
    assertThat(place.row().result()).isEqualTo(Result.RUNNING);
  }

  private void crashLeaving(String colour) {
    things.onWrite =
        effect -> {
          effect.run();
          throw new Things.Crash();
        };
    assertThatThrownBy(() -> place.paint("a", colour)).isInstanceOf(Things.Crash.class);
    things.onWrite = Runnable::run;
  }

  private void silence() {
    things.failing(Failures.silence());
    assertThatThrownBy(() -> place.paint("a", "green")).isInstanceOf(ProblemException.class);
    assertThat(place.row().result()).isEqualTo(Result.UNKNOWN);
  }

  @Test
  void aCrashAfterTheWriteIsSettledByReading() {
    crashAfterTheWrite();

    place.settle();

    assertThat(place.row().result()).isEqualTo(Result.APPLIED);
    assertThat(place.row().verified()).isTrue();
    assertThat(place.row().isOpen()).isFalse();
    assertThat(place.set().state()).isEqualTo(State.SUCCEEDED);
    assertThat(things.writes()).isEqualTo(1);
  }

  @Test
  void aCrashBeforeTheWriteIsUnknownFirstAndThenFailed() {
    crashBeforeTheWrite();

    place.settle();
    assertThat(place.row().result()).isEqualTo(Result.UNKNOWN);
    assertThat(place.set().state()).isEqualTo(State.RUNNING);

    place.later(Duration.ofSeconds(61));
    place.settle();
    assertThat(place.row().result()).isEqualTo(Result.FAILED);
    assertThat(place.row().problem().orElseThrow().path("code").asText())
        .isEqualTo("WRITE_NOT_EFFECTIVE");
    assertThat(place.set().state()).isEqualTo(State.FAILED);
    assertThat(place.set().finishedAt()).isPresent();
    assertThat(things.writes()).isEqualTo(1);
    assertThat(things.colour("a")).isEqualTo("blue");
  }

  @Test
  void whatNobodyCanUseIsTakenBackByTheHeir() {
    crashLeaving(Paint.LOST);

    place.settle();

    assertThat(things.colour("a")).isEqualTo("blue");
    assertThat(place.row().result()).isEqualTo(Result.FAILED);
    assertThat(place.row().isOpen()).isFalse();
    assertThat(place.row().problem().orElseThrow().path("detail").asText())
        .isEqualTo("It was of no use");
  }

  @Test
  void whatCannotBeTakenBackNowIsTakenBackByTheNextLook() {
    crashLeaving(Paint.LOST);
    things.failing(Failures.silence());

    place.settle();
    assertThat(place.row().isOpen()).isTrue();
    assertThat(things.colour("a")).isEqualTo(Paint.LOST);

    things.onWrite = Runnable::run;
    place.settle();
    assertThat(things.colour("a")).isEqualTo("blue");
    assertThat(place.row().isOpen()).isFalse();
  }

  @Test
  void anEffectThatCameLateIsFound() {
    silence();
    things.put("a", "green");

    place.settle();

    assertThat(place.row().result()).isEqualTo(Result.APPLIED);
    assertThat(place.set().state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void whatCannotBeReadForAQuarterOfAnHourStaysUnknown() {
    silence();
    things.reads = Optional.of(() -> Failures.broken(503));

    place.later(Duration.ofMinutes(14));
    place.settle();
    assertThat(place.row().isOpen()).isTrue();
    assertThat(place.row().problem().orElseThrow().path("detail").asText())
        .contains("goes on looking");

    place.later(Duration.ofMinutes(2));
    place.settle();
    assertThat(place.row().result()).isEqualTo(Result.UNKNOWN);
    assertThat(place.row().isOpen()).isFalse();
    assertThat(place.row().problem().orElseThrow().path("detail").asText())
        .contains("looks no longer")
        .doesNotContain("goes on looking");
    assertThat(place.set().state()).isEqualTo(State.FAILED);
  }

  @Test
  void somebodyElsesChangeInBetweenDecidesNothing() {
    silence();
    things.put("a", "yellow");

    place.later(Duration.ofMinutes(5));
    place.settle();

    assertThat(place.row().result()).isEqualTo(Result.UNKNOWN);
    assertThat(place.row().isOpen()).isTrue();
  }

  @Test
  void aRowWhoseHolderIsAliveIsLeftAlone() {
    crashAfterTheWrite();
    var alive = leases.take(place.workspace.id(), "thing:a", Duration.ofSeconds(20));

    place.settle();

    assertThat(alive).isPresent();
    assertThat(place.row().result()).isEqualTo(Result.RUNNING);
  }

  @Test
  void whatComesTooLateCountsForNothing() {
    things.onWrite =
        effect -> {
          effect.run();
          // this process freezes here; its lease ends, and an heir settles the row
          leaseRows.execute("DELETE FROM lease", place.workspace);
          place.settle();
          things.put("a", "blue");
        };

    assertThatThrownBy(() -> place.paint("a", "green"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("OUTCOME_UNKNOWN");
    assertThat(place.row().result()).isEqualTo(Result.APPLIED);
  }

  @Test
  void aRowOfAForgottenWorkspaceIsGivenUp() {
    silence();
    QuarkusTransaction.requiringNew()
        .run(() -> registry.remove(place.workspace.id(), revision -> true));

    place.settle();

    assertThat(place.row().result()).isEqualTo(Result.UNKNOWN);
    assertThat(place.row().isOpen()).isFalse();
    assertThat(place.set().state()).isEqualTo(State.FAILED);
  }

  @Test
  void everythingThatIsDueIsLookedAt() {
    crashAfterTheWrite();
    place.later(Duration.ofSeconds(21));

    place.settleDue();

    assertThat(place.row().result()).isEqualTo(Result.APPLIED);
  }
}
