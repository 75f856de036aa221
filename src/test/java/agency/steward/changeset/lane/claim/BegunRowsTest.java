package agency.steward.changeset.lane.claim;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lease.Lease;
import agency.steward.changeset.lease.Leases;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.ChangeWriteStore;
import agency.steward.changeset.stored.Draft;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.SqlStore;
import agency.steward.changeset.stored.Summary;
import agency.steward.member.Tenant;
import agency.steward.member.bulk.Asked;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lane has begun lies beside its rows until they have an end. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class BegunRowsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject Leases leases;
  @Inject ChangeStore rows;
  @Inject ChangeSetStore sets;
  @Inject ChangeWriteStore writes;
  @Inject SqlStore database;

  private final String ann = "ann-" + UUID.randomUUID();
  private Tenant tenant;
  private Asked set;

  @BeforeEach
  void aSetIsGoing() {
    work.workOff();
    tenant = Tenant.of(registered, "ann admin", "bob editor", "cyd editor");
    String spec = "{\"all_with_role\":\"editor\",\"role\":\"view\"}";
    var asked = Asked.json(Asked.as(ann, "agency-admin"), Asked.spec("role_change", spec, tenant));
    set = Asked.planned(ann, asked, "agency-admin");
    set.apply().then().statusCode(202);
  }

  private LaneWork.Other other() {
    return work.taken(set.id(), tenant.workspace());
  }

  private ChangeSetId id() {
    return ChangeSetId.parse(set.id()).orElseThrow();
  }

  private List<RecordedChange> stored(Optional<Result> as) {
    return rows.changes(id(), as, Optional.of(tenant.workspace().id()), 0, 10);
  }

  private List<Result> results() {
    return stored(Optional.empty()).stream().map(RecordedChange::result).toList();
  }

  private RecordedChange first() {
    return stored(Optional.empty()).getFirst();
  }

  private Optional<Lease> taken(RecordedChange row) {
    return leases.take(tenant.workspace().id(), row.intent().lock(), LONG);
  }

  @Test
  void theyRunForWhoeverReadsThem() {
    other().intends();

    assertThat(stored(Optional.of(Result.PENDING))).isEmpty();
    assertThat(stored(Optional.of(Result.RUNNING)))
        .hasSize(2)
        .allMatch(row -> row.attempts() == 1 && row.origin().triedAt().isPresent());
    Summary counts = sets.counts(List.of(id())).get(id());
    assertThat(counts.byResult()).containsOnlyKeys("running").containsValue(2L);
    assertThat(counts.total()).isEqualTo(2);
    assertThat(counts.left().rows()).isEqualTo(2);
  }

  @Test
  void whoeverCancelsTheSetLeavesThemAlone() {
    LaneWork.Other other = other().intends();

    set.post("/cancel").then().statusCode(202);
    assertThat(results()).containsOnly(Result.RUNNING);

    other.fails();
    assertThat(results()).containsOnly(Result.FAILED);
  }

  @Test
  void theEndOfOneIsNotThatOfTheOther() {
    LaneWork.Other other = other().intends();

    other.failsFirst();

    assertThat(results()).containsExactly(Result.FAILED, Result.RUNNING);
    assertThat(stored(Optional.empty())).allMatch(row -> row.attempts() == 1);
    assertThat(taken(first())).isPresent();
    assertThat(taken(stored(Optional.empty()).getLast())).isEmpty();
  }

  @Test
  void whatWasNotSentIsPendingAndNobodysAgain() {
    other().intends().takesBack();

    assertThat(results()).containsOnly(Result.PENDING);
    assertThat(taken(first())).isPresent();
  }

  @Test
  void whatIsLeftOfThemIsAsItWasBegun() {
    LaneWork.Other other = other().intends();
    Optional<Instant> begun = first().origin().triedAt();

    other.givesUp();

    assertThat(stored(Optional.of(Result.RUNNING))).hasSize(2);
    assertThat(first().origin().triedAt()).isEqualTo(begun).isPresent();
    assertThat(first().attempts()).isEqualTo(1);
  }

  @Test
  void anHeirWhoComesTooLateTakesNothingOfTheNext() {
    LaneWork.Other slow = other();
    slow.dies();
    LaneWork.Other next = other().intends();

    assertThat(slow.inherits()).isFalse();

    next.fails();
    assertThat(results()).containsOnly(Result.FAILED);
  }

  /** Whose lease ended before they had stored what they are about to do. */
  @Test
  void whoWantsToChangeOneOfThemAloneIsTooLate() {
    RecordedChange row = first();
    Lease late = taken(row).orElseThrow();
    QuarkusTransaction.requiringNew()
        .run(() -> database.update("UPDATE lease SET expires_at = clock_timestamp()"));
    assertThat(begins(row, late)).isTrue();

    assertThat(other().intends().intended()).isEqualTo(2);

    assertThat(begins(row, late)).isFalse();
  }

  /** And would, but takes it back. */
  private boolean begins(RecordedChange row, Lease held) {
    Instant now = Instant.now();
    var draft =
        new Draft(
            ChangeSetId.next(),
            "role_change",
            row.workspace(),
            row.workspaceName(),
            row.intent(),
            row.change(),
            ann,
            now);
    QuarkusTransaction.begin();
    try {
      return writes.begin(draft, List.of(held), Duration.ZERO, now);
    } finally {
      QuarkusTransaction.rollback();
    }
  }
}
