package agency.steward.tag.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Present;
import agency.steward.changeset.Reversible;
import agency.steward.changeset.Step;
import agency.steward.changeset.Wish;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Plan;
import agency.steward.tag.FakeInstantly;
import agency.steward.tag.change.TagKinds;
import agency.steward.tag.change.assignment.Aim;
import agency.steward.tag.read.Carrier;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of both planners, whatever there is and whatever is wanted. */
class PlannersTest {
  private static final List<String> LABELS = List.of("VIP", "West", "vip", "Two Words");
  private static final List<String> PEOPLE = List.of("Ann@x.io", "bob@x.io", "gone@x.io");
  private static final List<String> CAMPAIGNS =
      List.of("f9cc070d-8dba-4341-b847-f083c358e461", "f9cc070d-8dba-4341-b847-f083c358e462");

  private static final BulkKind ENSURE = new Ensurings(new TagKinds());
  private static final BulkKind ASSIGN = new Assignments(new TagKinds());

  /**
   * A workspace.
   *
   * @param tags descriptions, by label; a tag's id is made of its label
   * @param carried such as {@code id of VIP|account|Ann@x.io}
   * @param there accounts and campaigns
   * @param live labels that a live campaign sends by
   */
  record World(Map<String, String> tags, Set<String> carried, Set<String> there, Set<String> live) {

    FakeInstantly instantly(Random random) {
      var instantly = new FakeInstantly();
      shuffled(tags.keySet(), random)
          .forEach(label -> instantly.tag("id of " + label, " " + label + " ", tags.get(label)));
      for (String each : shuffled(carried, random)) {
        String[] parts = each.split("\\|");
        instantly.mapping(parts[0], parts[2], parts[1].equals("account") ? 1 : 2);
      }
      for (String each : shuffled(there, random)) {
        if (each.contains("@")) {
          instantly.account(each);
        } else {
          instantly.campaign(each, 2);
        }
      }
      live.forEach(label -> instantly.campaign("by " + label, 1, "id of " + label));
      return instantly;
    }
  }

  /** A kind, a workspace, what is wanted of it. */
  record Case(BulkKind kind, World world, List<Wish> wishes, long seed) {
    List<Step> plan() {
      var random = new Random(seed);
      Present present = kind.look(world.instantly(random), wishes);
      return kind.plan(present, wishes);
    }

    /** The same in another order, its lists too. */
    Case shuffledBy(Random random) {
      return new Case(kind, world, shuffled(wishes, random), random.nextLong());
    }

    Case in(World after) {
      return new Case(kind, after, wishes, seed);
    }
  }

  private static <T> List<T> shuffled(Collection<T> all, Random random) {
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.longs().map(seed -> one(seed, new Random(seed)));
  }

  private static Case one(long seed, Random random) {
    BulkKind kind = random.nextBoolean() ? ENSURE : ASSIGN;
    var tags = new TreeMap<String, String>();
    some(LABELS, random).forEach(label -> tags.put(label, random.nextBoolean() ? "d" : ""));
    Set<String> there = some(PEOPLE, random);
    there.addAll(some(CAMPAIGNS, random));
    var carried = new TreeSet<String>();
    for (String label : tags.keySet()) {
      some(PEOPLE, random).forEach(one -> carried.add("id of " + label + "|account|" + one));
      some(CAMPAIGNS, random).forEach(one -> carried.add("id of " + label + "|campaign|" + one));
    }
    List<Wish> wishes =
        IntStream.range(0, random.nextInt(8))
            .mapToObj(i -> new Wish(wish(kind, random), random.nextBoolean()))
            .toList();
    return new Case(kind, new World(tags, carried, there, some(LABELS, random)), wishes, seed);
  }

  private static Set<String> some(List<String> all, Random random) {
    return all.stream()
        .filter(each -> random.nextBoolean())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ObjectNode wish(BulkKind kind, Random random) {
    String label = LABELS.get(random.nextInt(LABELS.size()));
    if (kind == ENSURE) {
      ObjectNode tag = JsonNodeFactory.instance.objectNode().put("label", label);
      return random.nextBoolean() ? tag : tag.put("description", "d");
    }
    return random.nextBoolean()
        ? new Aim(Carrier.ACCOUNT, "ann@x.io", random.nextBoolean()).wish(label)
        : new Aim(
                Carrier.CAMPAIGN,
                CAMPAIGNS.get(random.nextInt(CAMPAIGNS.size())),
                random.nextBoolean())
            .wish(label);
  }

  /** As Instantly would have it after all rows have been made. */
  private static World made(World world, List<Step> steps) {
    var tags = new TreeMap<>(world.tags());
    var carried = new TreeSet<>(world.carried());
    for (Step step : steps) {
      if (step.plan() instanceof Plan.Needed(Change change)) {
        if (change.after().isEmpty()) {
          assertThat(tags.remove(change.subject())).isNotNull();
          continue;
        }
        ObjectNode after = change.after().get();
        if (after.has("assigned")) {
          String pair =
              "%s|%s|%s"
                  .formatted(
                      after.path("tag_id").asText(),
                      after.path("resource_type").asText(),
                      after.path("resource_id").asText());
          boolean different =
              after.path("assigned").asBoolean() ? carried.add(pair) : carried.remove(pair);
          assertThat(different).isTrue();
        } else {
          tags.put(after.path("label").asText(), after.path("description").asText(""));
        }
      }
    }
    return new World(tags, carried, world.there(), world.live());
  }

  @Property
  void planningAgainFindsNothingToDo(@ForAll("cases") Case asked) {
    List<Step> first = asked.plan();
    List<Step> again = asked.in(made(asked.world(), first)).plan();

    assertThat(again).noneMatch(step -> step.plan() instanceof Plan.Needed);
    if (asked.world().there().size() == PEOPLE.size() + CAMPAIGNS.size()) {
      assertThat(again).hasSameSizeAs(first);
    }
  }

  @Property
  void afterwardsEverythingIsAsItWasWanted(@ForAll("cases") Case asked) {
    List<Step> steps = asked.plan();
    World after = made(asked.world(), steps);

    for (Step step : steps) {
      if (!(step.plan() instanceof Plan.Impossible)) {
        ObjectNode wish = step.wish();
        String label = wish.path("label").asText();
        assertThat(after.tags()).containsKey(label);
        if (asked.kind() == ASSIGN) {
          Aim aim = Aim.of(wish);
          String pair = "id of %s|%s|%s".formatted(label, aim.carrier().wire(), aim.resource());
          assertThat(after.carried().contains(pair)).isEqualTo(aim.assign());
        } else if (wish.has("description")) {
          assertThat(after.tags().get(label)).isEqualTo("d");
        }
      }
    }
  }

  @Property
  void theOrderOfWhatIsWantedAndOfWhatIsThereDoesNotMatter(
      @ForAll("cases") Case asked, @ForAll Random random) {
    assertThat(asked.shuffledBy(random).plan().stream().map(PlannersTest::essence))
        .containsExactlyInAnyOrderElementsOf(
            asked.plan().stream().map(PlannersTest::essence).toList());
  }

  private static List<Object> essence(Step step) {
    return List.of(step.change(), step.plan().getClass());
  }

  @Property
  void nothingIsTouchedThatNoWishIsAbout(@ForAll("cases") Case asked) {
    World before = asked.world();
    World after = made(before, asked.plan());
    Map<String, Set<String>> wanted = new HashMap<>();
    asked
        .wishes()
        .forEach(wish ->
            wanted
                .computeIfAbsent(wish.asked().path("label").asText(), none -> new HashSet<>())
                .add(wish.asked().path("resource").asText()));

    assertThat(after.tags()).containsAllEntriesOf(before.tags());
    assertThat(wanted.keySet())
        .containsAll(
            after.tags().keySet().stream()
                .filter(label -> !before.tags().containsKey(label))
                .toList());
    for (String pair : different(before.carried(), after.carried())) {
      String[] parts = pair.split("\\|");
      assertThat(wanted.get(parts[0].substring("id of ".length())))
          .anyMatch(resource -> resource.equalsIgnoreCase(parts[2]));
    }
  }

  private static Set<String> different(Set<String> one, Set<String> two) {
    var different = new HashSet<>(one);
    different.addAll(two);
    different.removeIf(each -> one.contains(each) && two.contains(each));
    return different;
  }

  @Property
  void noSubjectHasTwoRows(@ForAll("cases") Case asked) {
    List<Step> steps = asked.plan();

    assertThat(new HashSet<>(steps.stream().map(step -> step.intent().lock()).toList()))
        .hasSameSizeAs(steps);
  }

  /** What is to be done to take back what was made, given what is by then. */
  private static List<Step> back(List<Step> made, World now) {
    List<Step> needed = made.stream().filter(step -> step.plan() instanceof Plan.Needed).toList();
    if (needed.isEmpty()) {
      return List.of();
    }
    var kind = (Reversible) needed.getFirst().kind();
    Present present =
        kind.lookBack(now.instantly(new Random(1)), needed.stream().map(Step::intent).toList());
    return needed.stream()
        .flatMap(step -> kind.back(step.intent(), identified(step.change()), present).stream())
        .toList();
  }

  /** What was made is known by its id since it was read back. */
  private static Change identified(Change change) {
    return change.objectId().isPresent()
        ? change
        : change.of(Optional.of("id of " + change.subject()));
  }

  @Property
  void theWayBackLeadsToWhereItBeganAndTheWayBackOfThatToWhereItWas(@ForAll("cases") Case asked) {
    World before = withoutGhosts(asked.world());
    List<Step> there = asked.in(before).plan();
    World after = made(before, there);

    List<Step> back = back(there, after);
    List<Step> again = back(back, made(after, back));

    if (asked.kind() == ASSIGN) {
      assertThat(made(after, back).carried()).isEqualTo(before.carried());
    } else {
      assertThat(made(after, back).tags().keySet()).containsAll(before.tags().keySet());
      assertThat(different(after.tags().keySet(), made(after, back).tags().keySet()))
          .allMatch(label -> !before.tags().containsKey(label) && !before.live().contains(label));
    }
    assertThat(made(made(after, back), again)).isEqualTo(after);
  }

  /** What has gone does not come back. */
  private static World withoutGhosts(World world) {
    var carried = new TreeSet<>(world.carried());
    carried.removeIf(pair -> !world.there().contains(pair.split("\\|")[2]));
    return new World(world.tags(), carried, world.there(), world.live());
  }

  @Property
  void whatSomebodyElseHasChangedSinceDoesNotGoBack(@ForAll("cases") Case asked) {
    World before = withoutGhosts(asked.world());
    List<Step> there = asked.in(before).plan();

    for (Step step : back(there, before)) {
      assertThat(asked.kind()).isEqualTo(ENSURE);
      assertThat(before.tags()).doesNotContainKey(step.subject());
    }
  }

  @Property
  void theGuardMindsExactlyWhereALiveCampaignSendsByTheTagOfAnAccount(@ForAll("cases") Case asked) {
    for (Step step : asked.plan()) {
      if (asked.kind() == ASSIGN && step.plan() instanceof Plan.Needed(Change change)) {
        Aim aim = Aim.of(step.wish());
        boolean live =
            aim.carrier() == Carrier.ACCOUNT
                && asked.world().live().contains(step.wish().path("label").asText());
        assertThat(
                step.kind().guards().stream()
                    .anyMatch(guard -> guard.judge(change, GuardContext.PROVEN).isPresent()))
            .isEqualTo(live);
      }
    }
  }

  @Property
  void whatIsNotThereIsARowOnlyWhereItWasAskedOfThisWorkspace(@ForAll("cases") Case asked) {
    List<Wish> ofEverywhere =
        asked.wishes().stream().map(wish -> new Wish(wish.asked(), false)).toList();
    if (asked.kind() == ASSIGN) {
      var steps = new Case(ASSIGN, asked.world(), ofEverywhere, asked.seed()).plan();

      assertThat(steps)
          .filteredOn(step -> step.plan() instanceof Plan.Impossible)
          .allMatch(
              step -> ((Plan.Impossible) step.plan()).problem().detail().startsWith("Two rows"));
    }
  }
}
