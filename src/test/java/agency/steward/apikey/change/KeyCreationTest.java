package agency.steward.apikey.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import agency.steward.apikey.shown.KeyReading;
import agency.steward.apikey.shown.Readings;
import agency.steward.changeset.Present;
import agency.steward.changeset.Sight;
import agency.steward.changeset.TakenBackException;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.ids.Ids;
import agency.steward.instantly.Failures;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyCreationTest {
  private static final Instant NOW = Instant.now();

  private final Vendor vendor = new Vendor(new WorkspaceId(Ids.next()));
  private final Shelf shelf = new Shelf();
  private final Set<String> others = new HashSet<>();

  /** Whoever comes after a crash knows nothing but what was stored. */
  private final KeyCreation heir = kind(Optional.empty());

  private final Intent shown = intent(false);
  private final Intent delivered = intent(true);

  private KeyCreation kind(Optional<Made> made) {
    KeyReading reading = Readings.withoutGroups();
    var delivery = new Delivery(() -> shelf);
    var whereabouts = new Whereabouts(reading, delivery, (workspace, lock) -> others);
    return new KeyCreation(new Handover(delivery, made), whereabouts, new KeyRevocation(reading));
  }

  private Intent intent(boolean vault) {
    var wanted = new WantedKey("looker", List.of("leads:read"), vault);
    return heir.begun(KeyOrder.of(wanted), NOW);
  }

  private Change planned(Intent intent) {
    Plan plan = heir.plan(intent, heir.detect(vendor, intent));
    assertThat(plan).isInstanceOf(Plan.Needed.class);
    return ((Plan.Needed) plan).change();
  }

  private Sight look(Intent intent, Change change) {
    return heir.look(vendor, intent, change, Optional.empty());
  }

  private Optional<Problem> tidy(Intent intent, Change change) {
    return heir.tidy(vendor, intent, change, Optional.empty(), look(intent, change));
  }

  private ObjectNode answer(KeyCreation kind, Change change, Sight sight) {
    return kind.answer(vendor.workspace(), change, true, sight.now()).body().orElseThrow();
  }

  @Test
  void theValueIsInTheAnswerOfWhoeverMadeItOnly() {
    var kind = kind(Optional.of(new Made()));
    Change change = planned(shown);
    ObjectNode written = kind.apply(vendor, shown, change);
    Sight sight = kind.look(vendor, shown, change, Optional.of(written));

    assertThat(sight).isInstanceOf(Sight.AsWanted.class);
    assertThat(answer(kind, change, sight).path("key").asText()).isEqualTo(Vendor.VALUE.reveal());
    assertThat(answer(heir, change, sight).path("key").isNull()).isTrue();
    assertThat(answer(heir, change, sight).path("key_shown").asBoolean()).isTrue();
    assertThat(change + " " + sight + " " + shown + " " + written)
        .doesNotContain(Vendor.VALUE.reveal());
  }

  @Test
  void aDeliveredValueLiesInCustodyBeforeAnybodyLooks() {
    Change change = planned(delivered);
    ObjectNode written = heir.apply(vendor, delivered, change);

    assertThat(shelf.delivered).containsEntry("new", Vendor.VALUE);
    Sight sight = heir.look(vendor, delivered, change, Optional.of(written));
    assertThat(answer(heir, change, sight).path("vault_path").asText())
        .isEqualTo("shelf/" + vendor.workspace().id() + "/new");
    assertThat(answer(heir, change, sight).has("key")).isFalse();
  }

  @Test
  void withoutAnybodyToShowItToNoKeyIsMade() {
    Change change = planned(shown);

    assertThatIllegalStateException().isThrownBy(() -> heir.apply(vendor, shown, change));
    assertThat(vendor.writes).isEmpty();
  }

  @Test
  void whereCustodyIsAwayNoKeyIsMade() {
    shelf.isAway = true;

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> heir.detect(vendor, delivered))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CUSTODY_UNAVAILABLE));
    assertThat(heir.detect(vendor, shown)).isEmpty();
    assertThat(vendor.writes).isEmpty();
  }

  @Test
  void whereCustodyGoesAwayMeanwhileTheKeyIsRevokedAgain() {
    Change change = planned(delivered);
    shelf.isAway = true;

    assertThatExceptionOfType(TakenBackException.class)
        .isThrownBy(() -> heir.apply(vendor, delivered, change))
        .satisfies(e -> {
          assertThat(e.problem().code()).isEqualTo(ProblemCode.CUSTODY_UNAVAILABLE);
          assertThat(e.problem().detail()).contains("new", "revoked again");
        });
    assertThat(vendor.ids()).isEmpty();
  }

  /** Instantly is silent, or custody has lost the key that it takes to ask. */
  private static List<RuntimeException> refusals() {
    return List.of(
        Failures.broken(503), Problem.of(ProblemCode.CUSTODY_UNAVAILABLE, "by a test").thrown());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whereItCannotBeRevokedEitherTheHeirDoesSo(RuntimeException refusal) {
    Change change = planned(delivered);
    var made = new Made();
    shelf.isAway = true;
    vendor.refusal = Optional.of(refusal);

    assertThatIllegalStateException()
        .isThrownBy(() -> kind(Optional.of(made)).apply(vendor, delivered, change))
        .withMessageContaining("new");
    assertThat(made.id()).contains("new");
    assertThat(vendor.ids()).containsExactly("new");

    shelf.isAway = false;
    vendor.refusal = Optional.empty();
    assertThat(tidy(delivered, change)).isPresent();
    assertThat(vendor.ids()).isEmpty();
  }

  @Test
  void accident09_aKeyWhoseValueDiedWithTheProcessIsRevoked() {
    Change change = planned(shown);
    kind(Optional.of(new Made())).apply(vendor, shown, change);

    assertThat(look(shown, change)).isInstanceOf(Sight.Different.class);
    assertThat(tidy(shown, change).orElseThrow().detail()).contains("new", "revoked again");
    assertThat(vendor.ids()).isEmpty();
    assertThat(look(shown, change)).isInstanceOf(Sight.AsBefore.class);
  }

  @Test
  void accident09_aKeyThatReachedVaultBeforeTheCrashIsKept() {
    Change change = planned(delivered);
    heir.apply(vendor, delivered, change);

    assertThat(look(delivered, change)).isInstanceOf(Sight.AsWanted.class);
  }

  @Test
  void accident09_aKeyThatDidNotReachVaultIsRevoked() {
    Change change = planned(delivered);
    heir.apply(vendor, delivered, change);
    shelf.delivered.clear();

    assertThat(look(delivered, change)).isInstanceOf(Sight.Different.class);
    assertThat(tidy(delivered, change)).isPresent();
    assertThat(vendor.ids()).isEmpty();
  }

  @Test
  void whileCustodyIsAwayNobodyKnowsAndNothingIsRevoked() {
    Change change = planned(delivered);
    heir.apply(vendor, delivered, change);
    shelf.isAway = true;

    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> look(delivered, change));
    assertThat(vendor.ids()).containsExactly("new");
  }

  @Test
  void accident29_aKeyThatWasThereBeforeIsNeverTouched() {
    vendor.has("clients", "looker", NOW, "leads:read");
    Change change = planned(shown);
    assertThat(change.before().orElseThrow().path("key_ids").toString()).contains("clients");

    assertThat(look(shown, change)).isInstanceOf(Sight.AsBefore.class);
    assertThat(tidy(shown, change)).isEmpty();
    assertThat(vendor.writes).isEmpty();

    kind(Optional.of(new Made())).apply(vendor, shown, change);
    assertThat(tidy(shown, change)).isPresent();
    assertThat(vendor.ids()).containsExactly("clients");
  }

  @Test
  void accident29_ofTwoThatCouldBeItNoneIsTouched() {
    Change change = planned(shown);
    kind(Optional.of(new Made())).apply(vendor, shown, change);
    vendor.has("clients", "looker", NOW, "leads:read");

    assertThat(look(shown, change)).isEqualTo(new Sight.Different(Optional.empty()));
    assertThat(tidy(shown, change)).isEmpty();
    assertThat(vendor.ids()).containsExactlyInAnyOrder("new", "clients");
  }

  @Test
  void accident29_aKeyOfOtherScopesNameOrTimeIsSomebodyElses() {
    Change change = planned(shown);
    vendor.has("scopes", "looker", NOW, "leads:all");
    vendor.has("name", "Looker", NOW, "leads:read");
    vendor.has("late", "looker", NOW.plus(Duration.ofMinutes(4)), "leads:read");
    vendor.has("early", "looker", NOW.minus(Duration.ofMinutes(4)), "leads:read");

    assertThat(look(shown, change)).isInstanceOf(Sight.AsBefore.class);
    assertThat(tidy(shown, change)).isEmpty();
    assertThat(vendor.ids()).hasSize(4);
  }

  @Test
  void accident29_aKeyThatAnotherChangeHasMadeMeanwhileIsTheirs() {
    Change change = planned(shown);
    vendor.has("theirs", "looker", NOW, "leads:read");
    others.add("theirs");

    assertThat(look(shown, change)).isInstanceOf(Sight.AsBefore.class);
    assertThat(tidy(shown, change)).isEmpty();
    vendor.has("lost", "looker", NOW, "leads:read");
    assertThat(tidy(shown, change)).isPresent();
    assertThat(vendor.ids()).containsExactly("theirs");
  }

  @Test
  void accident29_whatWasPlannedHoursAgoIsLookedForAroundItsAttempt() {
    Change change = planned(shown);
    Intent later = heir.begun(shown, NOW.plus(Duration.ofHours(5)));
    vendor.has("clients", "looker", NOW, "leads:read");
    vendor.has("ours", "looker", NOW.plus(Duration.ofHours(5)), "leads:read");

    assertThat(tidy(later, change)).isPresent();
    assertThat(vendor.ids()).containsExactly("clients");
  }

  @Test
  void whatWasNeverBegunHasNoOrphans() {
    var intent = KeyOrder.of(new WantedKey("looker", List.of("leads:read"), true));
    Change change = planned(intent);
    vendor.has("clients", "looker", NOW, "leads:read");

    assertThat(look(intent, change)).isInstanceOf(Sight.AsBefore.class);
    assertThat(tidy(intent, change)).isEmpty();
  }

  @Test
  void theWayBackIsThatVeryKeyOrNone() {
    Change change = planned(delivered);
    heir.apply(vendor, delivered, change);
    vendor.has("clients", "looker", NOW, "leads:read");
    Present present = heir.lookBack(vendor, List.of(delivered));
    Change done = change.of(Optional.of("new"));

    assertThat(heir.back(delivered, done, present))
        .extracting(step -> step.change().objectId().orElseThrow())
        .containsExactly("new");
    assertThat(heir.back(delivered, change, present)).isEmpty();
    assertThat(heir.back(delivered, change.of(Optional.of("gone")), present)).isEmpty();
  }

  @Test
  void aKeyThatIsNotListedIsRevokedByItsId() {
    var kind = kind(Optional.of(new Made()));
    Change change = planned(shown);
    ObjectNode written = kind.apply(vendor, shown, change);
    vendor.hidden.add("new");
    Sight sight = kind.look(vendor, shown, change, Optional.of(written));

    assertThat(sight).isInstanceOf(Sight.AsBefore.class);
    assertThat(kind.tidy(vendor, shown, change, Optional.of(written), sight)).isPresent();
    assertThat(vendor.ids()).isEmpty();
  }

  @Test
  void aKeyOfOtherScopesThanAskedForIsNotAsWanted() {
    Change change = planned(shown);
    vendor.has("new", "looker", NOW, "leads:read", "leads:all");
    ObjectNode written = vendor.list(Listing.API_KEYS, Map.of()).getFirst();

    assertThat(heir.look(vendor, shown, change, Optional.of(written)))
        .isInstanceOf(Sight.Different.class);
  }

  @Test
  void whoApprovesSeesThatItIsTooMuch() {
    var all = KeyOrder.of(new WantedKey("all", List.of("all:all"), true));

    assertThat(planned(all).after().orElseThrow().path("overprivileged").toString())
        .contains("all_scopes");
    assertThat(planned(shown).after().orElseThrow().has("overprivileged")).isFalse();
  }
}
