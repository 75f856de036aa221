package agency.steward.registration.errand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.credential.ApiKey;
import agency.steward.credential.Custody;
import agency.steward.ids.Ids;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A crash is a process that just does not go on: here, a test that leaves a step out. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class ErrandsTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Inject Errands errands;
  @Inject Custody custody;
  @Inject Registered registered;

  private final WorkspaceId unknown = new WorkspaceId(Ids.next());

  private WorkspaceId workspace() {
    return registered.workspace("errand-" + Ids.next(), "key-one", Map.of()).id();
  }

  private void sweepWhatIsAbandoned() {
    errands.sweep(Duration.ZERO, LONG);
  }

  @Test
  void aKeyStoredForAWorkspaceThatWasNeverRegisteredIsDestroyed() {
    errands.announce(unknown);
    custody.store(unknown, new ApiKey("orphan"), 0);

    errands.sweep(LONG, LONG);
    assertThat(custody.current(unknown)).isEqualTo(1);
    sweepWhatIsAbandoned();

    assertThat(custody.current(unknown)).isZero();
  }

  @Test
  void aKeyStoredForAnExchangeThatCameToNothingIsDestroyedAndTheValidOneStays() {
    WorkspaceId id = workspace();
    errands.announce(id);
    custody.store(id, new ApiKey("key-two"), 1);

    sweepWhatIsAbandoned();

    assertThat(custody.read(id, 1).reveal()).isEqualTo("key-one");
    assertThatThrownBy(() -> custody.read(id, 2)).hasMessageContaining("CREDENTIAL_MISSING");
  }

  @Test
  void whoWasBelievedDeadCannotCommitAnyMore() {
    Errand errand = errands.announce(unknown);
    sweepWhatIsAbandoned();

    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> errands.close(errand)))
        .hasMessageContaining("SUBJECT_BUSY");
  }

  @Test
  void oneErrandExcludesTheOther() {
    Errand first = errands.announce(unknown);
    assertThatThrownBy(() -> errands.announce(unknown)).hasMessageContaining("SUBJECT_BUSY");

    errands.tidy(first);
    errands.tidy(errands.announce(unknown));
  }

  @Test
  void tidyingAfterACommitThatNobodyKnewOfDestroysNothingThatIsValid() {
    WorkspaceId id = workspace();
    Errand errand = errands.announce(id);
    QuarkusTransaction.requiringNew().run(() -> errands.close(errand));

    errands.tidy(errand);

    assertThat(custody.read(id, 1).reveal()).isEqualTo("key-one");
    errands.tidy(errands.announce(id)); // none was left under way
  }

  @Test
  void whatIsLeftForLaterIsTakenOverByTheNextExchange() {
    WorkspaceId id = workspace();
    Errand first = errands.announce(id);
    QuarkusTransaction.requiringNew().run(() -> errands.leave(first));

    Errand second = errands.announce(id);
    errands.sweep(LONG, Duration.ZERO);

    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> errands.leave(first)))
        .hasMessageContaining("SUBJECT_BUSY");
    errands.tidy(second);
  }
}
