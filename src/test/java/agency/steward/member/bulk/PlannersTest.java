package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.access.job.Profiles;
import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.SurveyedKind;
import agency.steward.changeset.Wish;
import agency.steward.changeset.guard.Limits;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.member.change.Member;
import agency.steward.member.change.MemberKinds;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the planner of every kind, whoever is there and whatever is wanted. */
@SuppressWarnings("NullAway") // no planner asks for the ceiling
class PlannersTest {
  private static final int PEOPLE = 8;

  private static final MemberKinds KINDS = MemberKinds.under(Limits.USUAL);
  private static final Wanted WANTED = new Wanted(new Profiles(), null);
  private static final BulkKind ROLES = new RoleChanges(KINDS, null);
  private static final BulkKind REMOVALS = new Removals(KINDS);
  private static final BulkKind INVITATIONS = new Invitations(KINDS, WANTED);
  private static final BulkKind REINVITATIONS = new Reinvitations(KINDS, WANTED);
  private static final BulkKind PROFILES = new ProfileChanges(KINDS, WANTED);

  /** A kind, who is there, what is wanted. */
  record Case(BulkKind kind, List<ObjectNode> members, List<Wish> wishes) {
    List<Step> plan() {
      return kind.plan(Present.of("members", members), wishes);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.of(ROLES, REMOVALS, INVITATIONS, REINVITATIONS, PROFILES),
            Arbitraries.longs())
        .as((kind, seed) -> one(kind, new Random(seed)));
  }

  private static Case one(BulkKind kind, Random random) {
    List<ObjectNode> members =
        IntStream.range(0, PEOPLE)
            .filter(i -> random.nextBoolean())
            .mapToObj(i -> member(i, random))
            .collect(Collectors.toCollection(ArrayList::new));
    List<Wish> wishes =
        IntStream.range(0, PEOPLE)
            .filter(i -> random.nextBoolean())
            .mapToObj(i -> new Wish(wish(kind, i, random), random.nextBoolean()))
            .collect(Collectors.toCollection(ArrayList::new));
    return new Case(kind, members, wishes);
  }

  private static ObjectNode member(int i, Random random) {
    ObjectNode member =
        json()
            .put("id", "m" + i)
            .put("email", "P" + i + "@x.example")
            .put("role", any(random, "owner", "admin", "editor", "view", "client"))
            .put("accepted", random.nextBoolean());
    if (random.nextInt(4) == 0) {
      member.put("user_email", "other" + i + "@home.example");
    }
    if (random.nextBoolean()) {
      member.putArray("permissions").add("unibox.all");
    }
    return member;
  }

  private static ObjectNode wish(BulkKind kind, int i, Random random) {
    ObjectNode wish =
        json()
            .put(
                "email",
                random.nextInt(4) == 0 ? "other" + i + "@home.example" : "p" + i + "@X.example");
    if (kind == ROLES || kind == INVITATIONS) {
      wish.put("role", any(random, "admin", "editor", "view"));
    } else if (kind == PROFILES) {
      wish.put("profile", any(random, "admin", "manager", "sdr", "viewer"));
    }
    return wish;
  }

  private static String any(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** As Instantly would have it after all rows have been made. */
  private static List<ObjectNode> made(Case asked) {
    var members = new ArrayList<>(asked.members());
    for (Step step : asked.plan()) {
      if (step.plan() instanceof Plan.Needed needed) {
        var change = needed.change();
        change
            .objectId()
            .ifPresent(id -> members.removeIf(each -> each.path("id").asText().equals(id)));
        change
            .after()
            .ifPresent(after -> {
              ObjectNode now = after.deepCopy();
              if (!now.has("id")) {
                now.put("id", "new-" + after.path("email").asText()).put("accepted", false);
              }
              members.add(now);
            });
      }
    }
    return members;
  }

  @Property
  void planningAgainFindsNothingToDo(@ForAll("cases") Case asked) {
    var again = new Case(asked.kind(), made(asked), asked.wishes()).plan();

    assertThat(again)
        .filteredOn(step -> asked.kind() != REINVITATIONS || !isPending(step))
        .allMatch(step -> !(step.plan() instanceof Plan.Needed));
  }

  /** Whoever has not accepted can always be sent another letter. */
  private static boolean isPending(Step step) {
    return !step.change().before().orElseGet(PlannersTest::json).path("accepted").asBoolean();
  }

  @Property
  void theOrderOfWhatIsWantedAndOfWhoIsThereDoesNotMatter(
      @ForAll("cases") Case asked, @ForAll Random random) {
    var members = new ArrayList<>(asked.members());
    var wishes = new ArrayList<>(asked.wishes());
    Collections.shuffle(members, random);
    Collections.shuffle(wishes, random);

    assertThat(new Case(asked.kind(), members, wishes).plan().stream().map(Step::change))
        .containsExactlyInAnyOrderElementsOf(asked.plan().stream().map(Step::change).toList());
  }

  @Property
  void nobodyIsTouchedWhomNoWishIsAbout(@ForAll("cases") Case asked) {
    Set<String> named =
        asked.wishes().stream()
            .map(wish -> Member.folded(wish.asked().path("email").asText()))
            .collect(Collectors.toSet());

    assertThat(asked.plan())
        .allMatch(step ->
            step.change()
                .before()
                .or(() -> step.change().after())
                .map(person -> named.stream().anyMatch(email -> Member.hasAddress(person, email)))
                .orElse(true));
  }

  @Property
  void noSubjectHasTwoRows(@ForAll("cases") Case asked) {
    List<Step> steps = asked.plan();

    assertThat(new HashSet<>(steps.stream().map(step -> step.intent().lock()).toList()))
        .hasSameSizeAs(steps);
  }

  /** As somebody is who logs in with one address and was invited to another one as well. */
  private static List<ObjectNode> alsoThereAsSomebodyElse(List<ObjectNode> members, Random random) {
    var twice = new ArrayList<ObjectNode>();
    for (ObjectNode member : members) {
      String other = members.get(random.nextInt(members.size())).path("email").asText();
      twice.add(member.deepCopy().put("user_email", other));
    }
    return twice;
  }

  @Property
  void whoIsRemovedIsNotLeftUnderAnotherAddress(
      @ForAll("cases") Case asked, @ForAll Random random) {
    var members = alsoThereAsSomebodyElse(asked.members(), random);
    var removal = new Case(REMOVALS, members, asked.wishes());

    List<ObjectNode> left = made(removal);

    for (Wish wish : asked.wishes()) {
      assertThat(left)
          .noneMatch(member -> Member.hasAddress(member, wish.asked().path("email").asText()));
    }
  }

  /** All of them shall be viewers. */
  private static Case viewers(Case asked, Random random) {
    var wishes =
        asked.wishes().stream()
            .map(wish -> wish.asked().path("email").asText())
            .map(email -> new Wish(json().put("email", email).put("role", "view"), true))
            .toList();
    return new Case(ROLES, alsoThereAsSomebodyElse(asked.members(), random), wishes);
  }

  @Property
  void whoGetsAnotherRoleKeepsNoneByAnotherAddress(
      @ForAll("cases") Case asked, @ForAll Random random) {
    Case viewers = viewers(asked, random);

    List<ObjectNode> now = made(viewers);

    for (Wish wish : viewers.wishes()) {
      assertThat(now)
          .filteredOn(one -> Member.hasAddress(one, wish.asked().path("email").asText()))
          .allMatch(one -> Member.role(one).equals("view"));
    }
  }

  /** Somebody may have been an admin by one address and a viewer by another. */
  @Property
  void aRoleThatComesBackComesBackByOneAddressOnly(
      @ForAll("cases") Case asked, @ForAll Random random) {
    Case viewers = viewers(asked, random);
    Present now = Present.of("members", made(viewers));
    for (Step step : viewers.plan()) {
      if (step.plan() instanceof Plan.Needed(var change)) {
        assertThat(((SurveyedKind) step.kind()).inverse(step.intent(), change, now).stream())
            .allSatisfy(back ->
                assertThat(ROLES.plan(now, List.of(new Wish(back.wish(), true))))
                    .extracting(Step::change)
                    .containsExactly(back.change()));
      }
    }
  }

  @Property
  void whoIsPickedByRoleIsExactlyWhoHasIt(@ForAll("cases") Case asked) {
    ObjectNode wish = json().put("all_with_role", "view").put("role", "editor");

    List<Step> steps =
        ROLES.plan(Present.of("members", asked.members()), List.of(new Wish(wish, false)));

    assertThat(steps.stream().map(step -> step.change().objectId().orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(
            asked.members().stream()
                .filter(member -> Member.role(member).equals("view"))
                .map(member -> member.path("id").asText())
                .toList());
    assertThat(steps).noneMatch(Step::named);
  }

  /** What a set has left halfway: whoever is out comes back as planned, nobody is removed again. */
  @Property
  void ofWhatEndedHalfwayOnlyTheRestIsPlanned(
      @ForAll("cases") Case asked, @ForAll boolean byProfile) {
    for (Step step : asked.plan()) {
      if (step.plan() instanceof Plan.Needed(var change)
          && step.change().action().equals("reinvite")) {
        var without =
            asked.members().stream()
                .filter(
                    member -> !member.path("id").asText().equals(change.objectId().orElseThrow()))
                .toList();
        ObjectNode rest = step.kind().rest(step.wish(), step.intent());
        BulkKind kind = byProfile ? PROFILES : REINVITATIONS;

        assertThat(kind.plan(Present.of("members", without), List.of(new Wish(rest, true))))
            .singleElement()
            .satisfies(again -> {
              assertThat(again.kind()).isEqualTo(KINDS.invitation());
              assertThat(again.change().after()).isEqualTo(change.after());
              assertThat(again.wish()).isEqualTo(rest);
            });
      }
    }
  }

  @Property
  void anotherProfileIsTakenBackByWhatSomebodyHadBefore(@ForAll("cases") Case asked) {
    Present now = Present.of("members", made(asked));
    for (Step step : asked.plan()) {
      if (step.plan() instanceof Plan.Needed(var change)
          && change.reversibility() == Reversibility.REINVITE
          && step.kind() instanceof SurveyedKind kind
          && change.action().equals("reinvite")) {
        assertThat(kind.inverse(step.intent(), change, now))
            .hasValueSatisfying(back -> {
              assertThat(back.change().after().map(MemberKinds::permissions))
                  .isEqualTo(change.before().map(MemberKinds::permissions));
              assertThat(back.change().after().map(Member::role))
                  .isEqualTo(change.before().map(Member::role));
              assertThat(PROFILES.plan(now, List.of(new Wish(back.wish(), true))))
                  .extracting(Step::change)
                  .containsExactly(back.change());
            });
      }
    }
  }

  @Property
  void aLetterThatWasSentAgainIsSent(@ForAll("cases") Case asked) {
    assertThat(new Case(REINVITATIONS, asked.members(), asked.wishes()).plan())
        .filteredOn(step -> step.plan() instanceof Plan.Needed)
        .allMatch(step -> step.change().reversibility() == Reversibility.IRREVERSIBLE);
  }

  /** As the undo of another role is tried again: it says nothing of permissions. */
  @Property
  void whereOnlyARoleIsWantedNobodyIsInvitedAnew(@ForAll("cases") Case asked) {
    Present now = Present.of("members", asked.members());
    for (ObjectNode member : asked.members()) {
      ObjectNode wish = json().put("role", "view").put("email", member.path("email").asText());

      assertThat(PROFILES.plan(now, List.of(new Wish(wish, true))))
          .extracting(Step::kind)
          .containsExactly(KINDS.roleChange());
    }
  }
}
