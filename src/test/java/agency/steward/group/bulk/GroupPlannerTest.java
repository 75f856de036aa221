package agency.steward.group.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.Step;
import agency.steward.changeset.SurveyedKind;
import agency.steward.changeset.Wish;
import agency.steward.changeset.plan.Plan;
import agency.steward.group.change.Imagined;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceState;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the planner, whatever the links are and whoever shall join. */
@SuppressWarnings("NullAway") // it asks nobody who may do what
class GroupPlannerTest {
  private static final int SUBS = 8;
  private static final Workspace ADMIN = workspace(Imagined.ADMIN);
  private static final GroupInvitations KIND =
      new GroupInvitations(
          Imagined.kinds(),
          new Registered(null, null) {
            @Override
            Optional<Workspace> find(String id) {
              return Optional.of(ADMIN).filter(admin -> admin.id().toString().equals(id));
            }
          },
          null);

  /** Which links there are, and who shall join. */
  record Case(List<ObjectNode> links, List<Wish> wishes) {
    List<Step> plan() {
      return KIND.plan(Imagined.links(links), wishes);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.longs().map(seed -> one(new Random(seed)));
  }

  /** Of each sub one open link at most, and any number of rejected ones. */
  private static Case one(Random random) {
    var links = new ArrayList<ObjectNode>();
    for (int i = 0; i < SUBS; i++) {
      for (int n = random.nextInt(3); n > 0; n--) {
        links.add(Imagined.link("r%d-%d".formatted(i, n), "sub" + i, "rejected"));
      }
      if (random.nextBoolean()) {
        links.add(Imagined.link("l" + i, "sub" + i, random.nextBoolean() ? "pending" : "accepted"));
      }
    }
    Collections.shuffle(links, random);
    List<Wish> wishes =
        IntStream.range(0, SUBS + 2)
            .mapToObj(i -> random.nextInt(10) == 0 ? Imagined.ADMIN : "sub" + random.nextInt(SUBS))
            .map(sub -> new Wish(wish(sub), random.nextBoolean()))
            .collect(Collectors.toCollection(ArrayList::new));
    return new Case(links, wishes);
  }

  private static ObjectNode wish(String sub) {
    return JsonNodeFactory.instance.objectNode().put("sub_workspace_id", sub);
  }

  private static Workspace workspace(String instantlyId) {
    return new Workspace(
        new WorkspaceId(UUID.nameUUIDFromBytes(instantlyId.getBytes())),
        instantlyId,
        instantlyId,
        new InstantlyWorkspaceId(instantlyId),
        Optional.empty(),
        WorkspaceState.ACTIVE,
        List.of(),
        Map.of(),
        new Credential.OwnKey(Optional.empty(), "sha256:00", 1, Instant.EPOCH),
        Optional.empty(),
        0,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** As Instantly would have it after all rows have been made; new links are {@code new-…}. */
  private static List<ObjectNode> made(List<ObjectNode> links, List<Step> steps) {
    var now = new ArrayList<>(links);
    for (Step step : steps) {
      if (step.plan() instanceof Plan.Needed(var change)) {
        change
            .objectId()
            .ifPresent(id -> now.removeIf(link -> link.path("id").asText().equals(id)));
        change
            .after()
            .ifPresent(after ->
                now.add(
                    Imagined.link(
                        "new-" + step.subject(), step.subject(), after.path("status").asText())));
      }
    }
    return now;
  }

  /** The way back of all that was made, as it is planned by what is there now. */
  private static List<Step> back(List<Step> done, List<ObjectNode> now) {
    return done.stream()
        .filter(step -> step.plan() instanceof Plan.Needed)
        .flatMap(step ->
            ((SurveyedKind) step.kind())
                    .inverse(
                        step.intent(),
                        step.change().objectId().isPresent()
                            ? step.change()
                            : step.change().of(Optional.of("new-" + step.subject())),
                        Imagined.links(now))
                    .stream())
        .toList();
  }

  private static Set<String> ids(List<ObjectNode> links) {
    return links.stream().map(link -> link.path("id").asText()).collect(Collectors.toSet());
  }

  @Property
  void planningAgainFindsNothingToDo(@ForAll("cases") Case asked) {
    var again = new Case(made(asked.links(), asked.plan()), asked.wishes()).plan();

    assertThat(again).noneMatch(step -> step.plan() instanceof Plan.Needed);
  }

  @Property
  void whoeverShallJoinIsInvitedOrThereAndNobodyElse(@ForAll("cases") Case asked) {
    List<ObjectNode> after = made(asked.links(), asked.plan());
    Set<String> wanted =
        asked.wishes().stream()
            .map(wish -> wish.asked().path("sub_workspace_id").asText())
            .filter(sub -> !sub.equals(Imagined.ADMIN))
            .collect(Collectors.toSet());

    assertThat(after).containsAll(asked.links());
    for (String sub : wanted) {
      assertThat(after)
          .filteredOn(link -> link.path("sub_workspace_id").asText().equals(sub))
          .filteredOn(link -> !link.path("status").asText().equals("rejected"))
          .hasSize(1);
    }
    assertThat(after.size() - asked.links().size()).isLessThanOrEqualTo(wanted.size());
  }

  @Property
  void orderDoesNotMatterAndNobodyHasTwoRows(@ForAll("cases") Case asked, @ForAll Random random) {
    var links = new ArrayList<>(asked.links());
    var wishes = new ArrayList<>(asked.wishes());
    Collections.shuffle(links, random);
    Collections.shuffle(wishes, random);

    assertThat(new Case(links, wishes).plan().stream().map(Step::change))
        .containsExactlyInAnyOrderElementsOf(asked.plan().stream().map(Step::change).toList());
    assertThat(asked.plan().stream().map(step -> step.intent().lock())).doesNotHaveDuplicates();
  }

  @Property
  void theWayBackEndsExactlyWhatWasMadeAndItsOwnWayBackMakesItAgain(@ForAll("cases") Case asked) {
    List<Step> plan = asked.plan();
    List<ObjectNode> after = made(asked.links(), plan);

    List<Step> back = back(plan, after);
    List<ObjectNode> undone = made(after, back);
    List<ObjectNode> again = made(undone, back(back, undone));

    assertThat(ids(undone)).isEqualTo(ids(asked.links()));
    assertThat(ids(again)).isEqualTo(ids(after));
  }

  @Property
  void whatSomebodyElseHasMadeMeanwhileStays(@ForAll("cases") Case asked) {
    List<Step> plan = asked.plan();
    List<ObjectNode> foreign =
        made(asked.links(), plan).stream()
            .map(link -> link.deepCopy().put("id", "foreign-" + link.path("id").asText()))
            .toList();

    assertThat(back(plan, foreign)).isEmpty();
  }

  @Property
  void rowsNeverLeaveTheAdminWorkspaceWhichIsNoneOfThem(@ForAll Random random) {
    List<Workspace> targets =
        IntStream.range(0, SUBS)
            .mapToObj(i -> random.nextInt(3) == 0 ? ADMIN : workspace("sub" + i))
            .distinct()
            .toList();
    ObjectNode wanted =
        JsonNodeFactory.instance.objectNode().put("admin_workspace_id", ADMIN.id().toString());

    var placed = KIND.elsewhere(targets, List.of(wanted)).orElseThrow();

    assertThat(placed.keySet()).containsExactly(ADMIN);
    assertThat(placed.get(ADMIN).stream().map(KIND::key))
        .containsExactlyElementsOf(
            targets.stream()
                .filter(target -> !target.equals(ADMIN))
                .map(target -> target.instantlyId().value())
                .toList());
  }

  @Example
  void nobodyIsAdminAndSubAtOnce() {
    List<Step> own = new Case(List.of(), List.of(new Wish(wish(Imagined.ADMIN), true))).plan();
    List<Step> sub = KIND.plan(Imagined.ofASub(), List.of(new Wish(wish("another"), true)));

    assertThat(own).singleElement().matches(step -> step.plan() instanceof Plan.Impossible);
    assertThat(sub).singleElement().matches(step -> step.plan() instanceof Plan.Impossible);
  }
}
