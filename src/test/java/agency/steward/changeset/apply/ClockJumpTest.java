package agency.steward.changeset.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.steward.changeset.stored.Result;
import agency.steward.instantly.Failures;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leases end by the database's clock, and calls by the monotonic one: nobody can set either. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class ClockJumpTest {
  @Inject Workbench workbench;
  @Inject Registered registered;

  @ParameterizedTest
  @ValueSource(longs = {-1, 1})
  void aClockThatJumpsByAnHourInTheMiddleOfAWriteTakesNobodysLease(long hours) {
    var place = workbench.in(registered.onPaper("jump-" + UUID.randomUUID(), Map.of()));
    var meanwhile = new ArrayList<ProblemCode>();
    place.things.put("a", "blue");
    place.things.onWrite =
        effect -> {
          place.jump(Duration.ofHours(hours));
          place.settleDue();
          meanwhile.add(
              catchThrowableOfType(ProblemException.class, () -> place.paint("a", "red"))
                  .problem()
                  .code());
          effect.run();
        };

    assertThat(place.paint("a", "green").getStatus()).isEqualTo(200);

    assertThat(meanwhile).isEqualTo(List.of(ProblemCode.SUBJECT_BUSY));
    assertThat(place.things.writes()).isEqualTo(1);
    assertThat(place.things.colour("a")).isEqualTo("green");
    assertThat(place.row().result()).isEqualTo(Result.APPLIED);
    assertThat(place.row().isOpen()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1})
  void aClockThatHasJumpedKeepsNobodyFromTheNextWrite(long hours) {
    var place = workbench.in(registered.onPaper("jump-" + UUID.randomUUID(), Map.of()));
    place.things.put("a", "blue");
    place.paint("a", "green");
    place.jump(Duration.ofHours(hours));
    assertThat(place.paint("a", "red").getStatus()).isEqualTo(200);
    assertThat(place.things.colour("a")).isEqualTo("red");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1})
  void aClockThatHasJumpedEndsNoDoubt(long hours) {
    var place = workbench.in(registered.onPaper("jump-" + UUID.randomUUID(), Map.of()));
    place.things.put("a", "blue");
    place.things.failing(Failures.silence());
    assertThatThrownBy(() -> place.paint("a", "green")).isInstanceOf(ProblemException.class);
    place.jump(Duration.ofHours(hours));

    place.settle();
    assertThat(place.row().result()).isEqualTo(Result.UNKNOWN);
    assertThat(place.row().isOpen()).isTrue();

    place.later(Duration.ofMinutes(2));
    place.settleDue();
    assertThat(place.row().result()).isEqualTo(Result.FAILED);
    assertThat(place.row().isOpen()).isFalse();
  }
}
