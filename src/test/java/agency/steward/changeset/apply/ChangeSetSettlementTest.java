package agency.steward.changeset.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.changeset.lease.Leases;
import agency.steward.idempotency.StoredAnswer;
import agency.steward.problem.ProblemCode;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a repeated request is told after the process that had the first one is gone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class ChangeSetSettlementTest {
  @Inject Workbench workbench;
  @Inject Registered registered;
  @Inject Leases leases;

  private Workbench.Place place;

  @BeforeEach
  void aThingThatIsBlue() {
    place = workbench.in(registered.onPaper("repeat-" + UUID.randomUUID(), Map.of()));
    place.things.put("a", "blue");
  }

  private void crash(boolean afterTheEffect) {
    place.things.onWrite =
        effect -> {
          if (afterTheEffect) {
            effect.run();
          }
          throw new Things.Crash();
        };
    assertThatThrownBy(() -> place.paint("a", "green")).isInstanceOf(Things.Crash.class);
  }

  private Optional<StoredAnswer> settled() {
    return place.settlement().settle(place.set().id().value());
  }

  private ProblemCode failure() {
    return ((StoredAnswer.Failure) settled().orElseThrow()).problem().code();
  }

  @Test
  void whatHappenedIsAnsweredAsItWouldHaveBeen() {
    crash(true);

    var answer = ((StoredAnswer.Success) settled().orElseThrow()).response();

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeaderString("Steward-Change-Set")).isEqualTo(place.set().id().toString());
    assertThat(((JsonNode) answer.getEntity()).path("colour").asText()).isEqualTo("green");
  }

  @Test
  void whatIsOverIsAnsweredTheSameEachTime() {
    place.paint("a", "green");

    assertThat(settled().orElseThrow()).isInstanceOf(StoredAnswer.Success.class);
    assertThat(settled().orElseThrow()).isInstanceOf(StoredAnswer.Success.class);
  }

  @Test
  void whatIsStillGoingOnIsNotAnswered() {
    crash(true);
    var _ = leases.take(place.workspace.id(), "thing:a", Duration.ofSeconds(20)).orElseThrow();

    assertThat(settled()).isEmpty();
  }

  @Test
  void whatDidNotHappenMayBeTriedAgainOnceThatIsCertain() {
    crash(false);
    assertThat(failure()).isEqualTo(ProblemCode.OUTCOME_UNKNOWN);

    place.later(Duration.ofMinutes(2));
    assertThat(failure()).isEqualTo(ProblemCode.WRITE_NOT_EFFECTIVE);
    assertThat(place.things.writes()).isEqualTo(1);
  }
}
