package agency.steward.apikey.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.apikey.change.KeyKinds;
import agency.steward.apikey.change.KeyProfiles;
import agency.steward.apikey.shown.KeyReading;
import agency.steward.apikey.shown.Keys;
import agency.steward.apikey.shown.Readings;
import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Wish;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Plan;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds of both planners, whichever keys are there and whatever is wanted. */
class PlannersTest {
  private static final int KEYS = 8;
  private static final String NAME = "name";
  private static final String ID = "key_id";
  private static final String PATH = "vault_path";

  private static final KeyReading READING = Readings.withoutGroups();
  private static final KeyKinds KINDS =
      KeyKinds.of(
          READING,
          () -> {
            throw new IllegalStateException("no planner asks custody");
          });
  private static final BulkKind CREATIONS = creations();
  private static final BulkKind REVOCATIONS = new Revocations(KINDS, READING);

  @SuppressWarnings("NullAway") // no planner asks for profiles or the ceiling
  private static Creations creations() {
    KeyProfiles none = null;
    return new Creations(KINDS, none, READING, null);
  }

  /** A kind, which keys are there, what is wanted. */
  record Case(BulkKind kind, List<ObjectNode> keys, List<Wish> wishes) {
    List<Step> plan() {
      return kind.plan(Present.of("api_key", keys), wishes);
    }

    List<ObjectNode> changedKeys() {
      return plan().stream()
          .filter(step -> step.plan() instanceof Plan.Needed)
          .flatMap(step -> step.change().before().stream())
          .toList();
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(Arbitraries.of(CREATIONS, REVOCATIONS), Arbitraries.longs())
        .as((kind, seed) -> one(kind, new Random(seed)));
  }

  private static Case one(BulkKind kind, Random random) {
    List<ObjectNode> keys =
        IntStream.range(0, KEYS)
            .filter(i -> random.nextBoolean())
            .mapToObj(i -> key(i, random))
            .collect(Collectors.toCollection(ArrayList::new));
    List<Wish> wishes =
        IntStream.range(0, KEYS)
            .filter(i -> random.nextBoolean())
            .mapToObj(i -> new Wish(wish(kind, i, random), random.nextBoolean()))
            .collect(Collectors.toCollection(ArrayList::new));
    return new Case(kind, keys, wishes);
  }

  private static ObjectNode key(int i, Random random) {
    ObjectNode key = scoped(json().put("id", "k" + i).put(NAME, name(random)), random);
    if (random.nextBoolean()) {
      key.put(PATH, "vault/k" + i);
    }
    key.putObject("steward").put("used_by_steward", i == 0);
    return key;
  }

  private static ObjectNode wish(BulkKind kind, int i, Random random) {
    if (kind == CREATIONS) {
      return scoped(json().put(NAME, name(random)), random);
    }
    return random.nextBoolean() ? json().put(ID, "k" + i) : json().put(NAME, name(random));
  }

  private static ObjectNode scoped(ObjectNode key, Random random) {
    Stream.of("campaigns:read", "leads:read")
        .limit(1 + random.nextInt(2))
        .forEach(key.withArray("scopes")::add);
    return key;
  }

  private static String name(Random random) {
    return "n" + random.nextInt(KEYS);
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** As Instantly and custody would have it after all rows have been made. */
  private static List<ObjectNode> made(Case asked) {
    var keys = new ArrayList<>(asked.keys());
    for (Step step : asked.plan()) {
      if (step.plan() instanceof Plan.Needed(Change change)) {
        change.objectId().ifPresent(id -> keys.removeIf(key -> Keys.id(key).equals(id)));
        change
            .after()
            .map(after -> after.deepCopy().put("id", "new-" + change.subject()).put(PATH, "there"))
            .ifPresent(keys::add);
      }
    }
    return keys;
  }

  @Property
  void makingTheRowsGivesWhatWasWanted(@ForAll("cases") Case asked) {
    List<ObjectNode> now = made(asked);

    for (Step step : asked.plan()) {
      switch (step.plan()) {
        case Plan.Impossible ignored -> {}
        case Plan.AlreadySo ignored when asked.kind() == CREATIONS ->
            assertThat(now).filteredOn(key -> isAs(key, step.wish())).isNotEmpty();
        case Plan.Needed ignored when asked.kind() == CREATIONS ->
            assertThat(now).filteredOn(key -> isAs(key, step.wish())).hasSize(1);
        default -> assertThat(now).noneMatch(key -> isNamed(key, step.wish()));
      }
    }
  }

  private static boolean isAs(ObjectNode key, ObjectNode wish) {
    return isNamed(key, wish)
        && new HashSet<>(Keys.scopes(key)).equals(new HashSet<>(Keys.scopes(wish)))
        && key.has(PATH);
  }

  private static boolean isNamed(ObjectNode key, ObjectNode wish) {
    return wish.has(ID)
        ? Keys.id(key).equals(wish.path(ID).asText())
        : key.path(NAME).equals(wish.path(NAME));
  }

  @Property
  void planningAgainFindsNothingToDo(@ForAll("cases") Case asked) {
    List<ObjectNode> failed =
        asked.plan().stream().filter(PlannersTest::isImpossible).map(Step::wish).toList();
    List<Wish> others =
        asked.wishes().stream()
            .filter(wish -> failed.stream().noneMatch(one -> isOfSame(one, wish.asked())))
            .toList();
    var again = new Case(asked.kind(), made(asked), others).plan();

    assertThat(again).allMatch(step -> step.plan() instanceof Plan.AlreadySo);
  }

  private static boolean isOfSame(ObjectNode one, ObjectNode other) {
    return one.path(NAME).equals(other.path(NAME)) && one.path(ID).equals(other.path(ID));
  }

  private static boolean isImpossible(Step step) {
    return step.plan() instanceof Plan.Impossible;
  }

  @Property
  void theOrderOfWhatIsWantedAndOfWhatIsThereDoesNotMatter(
      @ForAll("cases") Case asked, @ForAll Random random) {
    var keys = new ArrayList<>(asked.keys());
    var wishes = new ArrayList<>(asked.wishes());
    Collections.shuffle(keys, random);
    Collections.shuffle(wishes, random);

    assertThat(new Case(asked.kind(), keys, wishes).plan())
        .extracting(step -> List.of(step.change(), step.wish(), step.plan().getClass()))
        .containsExactlyInAnyOrderElementsOf(
            asked.plan().stream()
                .map(step -> List.<Object>of(step.change(), step.wish(), step.plan().getClass()))
                .toList());
  }

  @Property
  void noKeyIsTouchedThatNoWishIsAbout(@ForAll("cases") Case asked) {
    assertThat(asked.changedKeys())
        .allMatch(key -> asked.wishes().stream().anyMatch(wish -> isNamed(key, wish.asked())));
    if (asked.kind() == CREATIONS) {
      assertThat(asked.changedKeys()).isEmpty();
    }
  }

  @Property
  void noSubjectHasTwoRows(@ForAll("cases") Case asked) {
    List<Step> steps = asked.plan();

    assertThat(new HashSet<>(steps.stream().map(step -> step.intent().lock()).toList()))
        .hasSameSizeAs(steps);
  }

  @Property
  void noNameThatSeveralKeysHaveRevokesOne(@ForAll("cases") Case asked) {
    assertThat(asked.plan())
        .filteredOn(step -> asked.kind() == REVOCATIONS && step.wish().has(NAME))
        .allMatch(step ->
            isImpossible(step)
                == (asked.keys().stream().filter(key -> isNamed(key, step.wish())).count() > 1));
  }

  private static Plan only(BulkKind kind, List<ObjectNode> keys, ObjectNode wish) {
    List<Step> steps = new Case(kind, keys, List.of(new Wish(wish, true))).plan();
    assertThat(steps).hasSize(1);
    return steps.getFirst().plan();
  }

  private static ObjectNode looker() {
    ObjectNode key = json().put(NAME, "looker");
    key.putArray("scopes").add("leads:read");
    return key;
  }

  private static ProblemCode impossible(Plan plan) {
    assertThat(plan).isInstanceOf(Plan.Impossible.class);
    return ((Plan.Impossible) plan).problem().code();
  }

  @Test
  void accident29_aKeyOfThatNameWhoseValueIsNotInVaultIsNeitherTakenForItNorReplaced() {
    ObjectNode clients = looker().put("id", "clients");

    Plan plan = only(CREATIONS, List.of(clients), looker());

    assertThat(impossible(plan)).isEqualTo(ProblemCode.ALREADY_EXISTS);
    assertThat(((Plan.Impossible) plan).problem().detail()).contains("clients");
  }

  @Test
  void aKeyOfThatNameWithOtherScopesIsAnotherKey() {
    ObjectNode other = json().put(NAME, "looker").put("id", "other").put(PATH, "there");
    other.putArray("scopes").add("leads:all");

    assertThat(impossible(only(CREATIONS, List.of(other), looker())))
        .isEqualTo(ProblemCode.ALREADY_EXISTS);
  }

  @Test
  void twoRowsThatWantDifferentKeysOfOneNameGetNone() {
    ObjectNode wider = json().put(NAME, "looker");
    wider.putArray("scopes").add("leads:all");

    List<Step> steps =
        new Case(CREATIONS, List.of(), List.of(new Wish(looker(), true), new Wish(wider, true)))
            .plan();

    assertThat(steps).hasSize(1);
    assertThat(impossible(steps.getFirst().plan())).isEqualTo(ProblemCode.VALIDATION_FAILED);
  }

  @Test
  void whatReachesAGroupOrMayTooMuchIsDelicate() {
    assertThat(isDelicate(looker(), Optional.of(false))).isFalse();
    assertThat(isDelicate(looker(), Optional.of(true))).isTrue();
    assertThat(isDelicate(looker(), Optional.empty())).isTrue();
    ObjectNode all = json().put(NAME, "all");
    all.putArray("scopes").add("all:all");
    assertThat(isDelicate(all, Optional.of(false))).isTrue();
  }

  private static boolean isDelicate(ObjectNode wish, Optional<Boolean> groupAdmin) {
    Present present = Reach.of(groupAdmin).in(Present.of("api_key", List.of()));
    Step step = CREATIONS.plan(present, List.of(new Wish(wish, true))).getFirst();
    return step.kind().isDelicate(step.change());
  }

  @Test
  void aNameThatSeveralHaveIsSaidToBeAmbiguousWithTheirIds() {
    List<ObjectNode> both = List.of(looker().put("id", "one"), looker().put("id", "two"));

    Plan plan = only(REVOCATIONS, both, json().put(NAME, "looker"));

    assertThat(impossible(plan)).isEqualTo(ProblemCode.AMBIGUOUS_KEY);
    assertThat(((Plan.Impossible) plan).problem().detail()).contains("one, two");
  }

  @Test
  void whatIsNotThereIsARowOnlyWhereItWasSaidOfThatWorkspace() {
    for (ObjectNode wish : List.of(json().put(NAME, "none"), json().put(ID, "none"))) {
      assertThat(only(REVOCATIONS, List.of(), wish)).isInstanceOf(Plan.AlreadySo.class);
      assertThat(new Case(REVOCATIONS, List.of(), List.of(new Wish(wish, false))).plan()).isEmpty();
    }
  }
}
