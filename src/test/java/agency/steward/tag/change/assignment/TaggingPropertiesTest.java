package agency.steward.tag.change.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Plan;
import agency.steward.tag.FakeInstantly;
import agency.steward.tag.read.Carrier;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every batch in every workspace. */
class TaggingPropertiesTest {
  private static final List<String> TAGS = List.of("t1", "t2", "t3");
  private static final List<String> PEOPLE = List.of("a@x.io", "b@x.io", "c@x.io");

  /**
   * @param carried such as {@code t1 a@x.io}
   * @param live the tags that a live campaign sends by
   */
  record World(Set<String> carried, Set<String> live) {
    FakeInstantly instantly() {
      var instantly = new FakeInstantly();
      TAGS.forEach(tag -> instantly.tag(tag, "label " + tag));
      PEOPLE.forEach(instantly::account);
      carried.forEach(pair -> instantly.mapping(pair.split(" ")[0], pair.split(" ")[1], 1));
      live.forEach(tag -> instantly.campaign("by " + tag, 1, tag));
      TAGS.forEach(tag -> instantly.campaign("paused " + tag, 2, tag));
      return instantly;
    }
  }

  @Provide
  Arbitrary<World> worlds() {
    List<String> pairs =
        TAGS.stream().flatMap(tag -> PEOPLE.stream().map(person -> tag + " " + person)).toList();
    return Combinators.combine(Arbitraries.of(pairs).set(), Arbitraries.of(TAGS).set())
        .as(World::new);
  }

  @Provide
  Arbitrary<Batch> batches() {
    return Combinators.combine(
            Arbitraries.of(TAGS).set().ofMinSize(1),
            Arbitraries.of(PEOPLE).set().ofMinSize(1),
            Arbitraries.of(true, false))
        .as((tags, people, assign) -> new Batch(tags, Set.of(), Carrier.ACCOUNT, people, assign));
  }

  private static Plan plan(World world, Batch batch) {
    var kind = new Assignment(new Pairing(List.of()));
    return kind.plan(batch.intent(), kind.detect(world.instantly(), batch.intent()));
  }

  private static Change change(Plan plan) {
    return switch (plan) {
      case Plan.Needed needed -> needed.change();
      case Plan.AlreadySo already -> already.change();
      case Plan.Impossible impossible -> throw impossible.problem().thrown();
    };
  }

  @Property(tries = 200)
  void afterwardsEveryTagIsOnEverybodyOrOnNobody(
      @ForAll("worlds") World world, @ForAll("batches") Batch batch) {
    Tagging after = Assignment.after(change(plan(world, batch)));

    assertThat(after.pairs()).hasSize(batch.tagIds().size() * batch.resources().size());
    assertThat(after.pairs()).allMatch(pair -> after.has(pair) == batch.assign());
  }

  @Property(tries = 200)
  void nothingIsNeededExactlyWhereItIsSo(
      @ForAll("worlds") World world, @ForAll("batches") Batch batch) {
    Plan plan = plan(world, batch);
    boolean isSo =
        batch.tagIds().stream()
            .allMatch(tag ->
                batch.resources().stream()
                    .allMatch(id -> world.carried().contains(tag + " " + id) == batch.assign()));

    assertThat(plan instanceof Plan.AlreadySo).isEqualTo(isSo);
    if (isSo) {
      assertThat(change(plan).before()).isEqualTo(change(plan).after());
    }
  }

  @Property(tries = 200)
  void whatIsSentCoversEveryDifferenceAndNothingOutsideTheBatch(
      @ForAll("worlds") World world, @ForAll("batches") Batch batch) {
    if (plan(world, batch) instanceof Plan.Needed(var change)) {
      Tagging before = Assignment.before(change);
      Tagging after = Assignment.after(change);
      ObjectNode sent = Assignment.toggle(before, after);

      assertThat(sent.path("assign").asBoolean()).isEqualTo(batch.assign());
      assertThat(sent.path("resource_type").asInt()).isEqualTo(1);
      assertThat(sent.has("selected_all")).isFalse();
      assertThat(batch.tagIds()).containsAll(Batch.texts(sent.path("tag_ids")));
      assertThat(batch.resources()).containsAll(Batch.texts(sent.path("resource_ids")));
      assertThat(before.differences(after))
          .allMatch(pair ->
              Batch.texts(sent.path("tag_ids")).contains(pair.tag())
                  && Batch.texts(sent.path("resource_ids")).contains(pair.resource()));
    }
  }

  @Property(tries = 200)
  void theGuardMindsExactlyWhereALiveCampaignSendsByATagThatChangesHands(
      @ForAll("worlds") World world, @ForAll("batches") Batch batch) {
    if (plan(world, batch) instanceof Plan.Needed(var change)) {
      Set<String> changing =
          Assignment.before(change).differences(Assignment.after(change)).stream()
              .map(Tagging.Pair::tag)
              .collect(java.util.stream.Collectors.toSet());
      var violation = new LiveSenderGuard().judge(change, GuardContext.PROVEN);

      assertThat(violation.isPresent())
          .isEqualTo(changing.stream().anyMatch(world.live()::contains));
      assertThat(violation.map(v -> v.effects().size()).orElse(0))
          .isEqualTo((int) changing.stream().filter(world.live()::contains).count());
    }
  }

  @Property(tries = 100)
  void whatIsStoredOfABatchIsTheBatch(@ForAll("batches") Batch batch) {
    assertThat(Batch.of(batch.intent())).isEqualTo(batch);
  }

  @Property(tries = 100)
  void whatIsStoredOfATaggingIsTheTagging(
      @ForAll("worlds") World world, @ForAll("batches") Batch batch) {
    Tagging before = Assignment.before(change(plan(world, batch)));

    assertThat(Tagging.of(before.json())).isEqualTo(before);
    assertThat(Optional.of(before.json()).map(Tagging::of)).contains(before);
  }
}
