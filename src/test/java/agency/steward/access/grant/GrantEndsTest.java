package agency.steward.access.grant;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.ids.Ids;
import agency.steward.testing.HandClock;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Selector;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a grant ends, on two replicas that read the same table, with time driven by hand. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class GrantEndsTest {
  private static final Duration TICK = Duration.ofNanos(1_000);

  private final HandClock time = new HandClock();
  private final Principal sam = Principal.sub("sam-" + UUID.randomUUID());
  private final Set<Principal> who = Set.of(sam);

  @Inject GrantStore store;

  private Grants here;
  private Grants elsewhere;

  @BeforeEach
  void start() {
    here = new Grants(store, time);
    elsewhere = new Grants(store, time);
  }

  @Test
  void aGrantCountsUntilItsMomentAndNotFromItOn() {
    Grant grant = add(Optional.of(time.instant().plus(Duration.ofHours(1))));

    time.pass(Duration.ofHours(1).minus(TICK));
    assertThat(here.heldBy(who)).containsExactly(grant);
    assertThat(elsewhere.heldBy(who)).containsExactly(grant);

    time.pass(TICK);
    assertThat(here.heldBy(who)).isEmpty();
    assertThat(elsewhere.heldBy(who)).isEmpty();
  }

  @Test
  void aGrantWithoutAnEndGoesOn() {
    Grant grant = add(Optional.empty());

    time.pass(Duration.ofDays(36_500));

    assertThat(elsewhere.heldBy(who)).containsExactly(grant);
  }

  @Test
  void aRevocationCountsElsewhereWithItsCommitAndWithoutAnyTimePassing() {
    Grant grant = add(Optional.empty());

    QuarkusTransaction.requiringNew()
        .run(() -> {
          assertThat(here.revoke(grant.id(), "sub:ann")).isTrue();
          assertThat(heldElsewhereByNow()).containsExactly(grant);
        });

    assertThat(elsewhere.heldBy(who)).isEmpty();
    assertThat(elsewhere.find(grant.id())).isEmpty();
  }

  @Test
  void ofTwoRevocationsOneHasEndedIt() {
    Grant grant = add(Optional.empty());

    assertThat(QuarkusTransaction.requiringNew().call(() -> here.revoke(grant.id(), "sub:ann")))
        .isTrue();
    assertThat(QuarkusTransaction.requiringNew().call(() -> elsewhere.revoke(grant.id(), "sub:b")))
        .isFalse();
  }

  @Test
  void whatHasEndedIsToldWithHowAndWhen() {
    Instant soon = time.instant().plus(Duration.ofMinutes(1));
    Grant byItself = add(Optional.of(soon));
    Grant takenBack = add(Optional.of(soon.plus(Duration.ofDays(1))));
    time.pass(Duration.ofHours(1));
    QuarkusTransaction.requiringNew().run(() -> here.revoke(takenBack.id(), "sub:ann"));
    QuarkusTransaction.requiringNew().run(() -> here.revoke(byItself.id(), "sub:late"));

    assertThat(elsewhere.endedOf(who))
        .containsExactly(
            new EndedGrant(takenBack, time.instant(), Optional.of("sub:ann")),
            new EndedGrant(byItself, soon, Optional.empty()));
  }

  private List<Grant> heldElsewhereByNow() {
    return QuarkusTransaction.suspendingExisting().call(() -> elsewhere.heldBy(who));
  }

  private Grant add(Optional<Instant> ends) {
    var grant =
        new Grant(
            new GrantId(Ids.next()),
            sam,
            "viewer",
            new Reach.Selected(Selector.parse("a=b")),
            new Narrowing.Everything(),
            ends,
            "sub:ann",
            time.instant());
    QuarkusTransaction.requiringNew().run(() -> here.add(grant));
    return grant;
  }
}
