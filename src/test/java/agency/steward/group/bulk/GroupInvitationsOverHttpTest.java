package agency.steward.group.bulk;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.group.Group;
import agency.steward.member.bulk.Asked;
import agency.steward.testing.Granted;
import agency.steward.testing.GroupLinks;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class GroupInvitationsOverHttpTest {
  private static final String ADMIN = "agency-admin";
  private static final String ALL = "/workspace-group-members";
  private static final String COLUMNS = "admin_workspace,sub_workspace_id";

  @Inject Registered registered;
  @Inject Granted granted;
  @Inject LaneWork work;

  private final String ann = "ann-" + UUID.randomUUID();
  private final String eve = "eve-" + UUID.randomUUID();
  private Group group;

  @BeforeEach
  void found() {
    group = Group.of(registered);
  }

  private Response csv(String... lines) {
    return csv(ann, new String[] {ADMIN}, lines);
  }

  private Response csv(String who, String[] groups, String... lines) {
    return Asked.csv(
        Asked.as(who, groups),
        "group_invite",
        Stream.concat(Stream.of(COLUMNS), Stream.of(lines)).toArray(String[]::new));
  }

  private String line(SandboxWorkspace sub) {
    return group.admin().id() + "," + sub.id();
  }

  private Asked planned(SandboxWorkspace... subs) {
    return Asked.planned(ann, csv(Stream.of(subs).map(this::line).toArray(String[]::new)), ADMIN);
  }

  private String spec(Workspace admin, Workspace... targets) {
    String ids = Stream.of(targets).map(t -> "\"" + t.id() + "\"").collect(Collectors.joining(","));
    return "{\"kind\":\"group_invite\",\"targets\":{\"workspace_ids\":[%s]},\"spec\":{\"admin_workspace_id\":\"%s\"}}"
        .formatted(ids, admin.id());
  }

  private Response json(String body) {
    return Asked.json(Asked.as(ann, ADMIN), body);
  }

  private Workspace own(SandboxWorkspace sub) {
    return registered.workspace(sub.id(), sub.apiKey());
  }

  private Asked done(Asked set) {
    set.apply().then().statusCode(202);
    work.workOff();
    return set;
  }

  private Asked undone(Asked set) {
    return Asked.planned(ann, set.post("/undo?wait=PT30S"), ADMIN);
  }

  private List<String> links(String field) {
    return group.get(group.path()).then().extract().path("items." + field);
  }

  @Test
  void allAreInvitedByTheAdminWorkspaceAndTheInvitationsAreTakenBack() {
    SandboxWorkspace other = SandboxControl.workspace();

    Asked set = planned(group.sub(), other);
    assertThat(set.rows("workspace_id")).containsOnly(group.admin().id().toString());
    assertThat(set.rows("subject")).containsExactlyInAnyOrder(group.sub().id(), other.id());
    assertThat(set.rows("reversibility")).containsOnly("lossless");
    approve(set).then().statusCode(200);
    done(set);

    assertThat(set.view().getString("state")).isEqualTo("succeeded");
    assertThat(set.rows("verified")).containsOnly(true);
    assertThat(links("status")).containsExactly("pending", "pending");
    assertThat(SandboxControl.journal(other.id())).isEmpty();

    Asked undo = done(undone(set));

    assertThat(undo.view().getString("kind")).isEqualTo("group_remove");
    assertThat(undo.rows("result")).containsOnly("applied");
    assertThat(links("id")).isEmpty();
    assertThat(group.writes()).hasSize(4);

    done(undone(undo));
    assertThat(links("sub_workspace_id")).containsExactlyInAnyOrder(group.sub().id(), other.id());
  }

  private Response approve(Asked set) {
    return set.approve(eve, "agency-approver", "");
  }

  @Test
  void theTargetsOfASpecAreThoseThatAreToJoin() {
    Workspace one = own(group.sub());
    Workspace two = own(SandboxControl.workspace());

    Asked set = Asked.planned(ann, json(spec(group.admin(), one, group.admin(), two)), ADMIN);

    assertThat(set.rows("workspace_id")).containsOnly(group.admin().id().toString());
    assertThat(set.rows("subject"))
        .containsExactlyInAnyOrder(one.instantlyId().value(), two.instantlyId().value());
    done(set);
    assertThat(set.view().getMap("counts.by_result")).isEqualTo(Map.of("applied", 2));
  }

  @Test
  void whoIsInvitedOrThereIsSatisfiedAndWhoRejectedIsInvitedAgain() {
    SandboxWorkspace accepted = SandboxControl.workspace();
    SandboxWorkspace rejected = SandboxControl.workspace();
    GroupLinks.invite(group.agency(), group.sub());
    GroupLinks.join(group.agency(), accepted);
    SandboxControl.rejectLink(GroupLinks.invite(group.agency(), rejected));
    int before = group.writes().size();

    Asked set = done(planned(group.sub(), accepted, rejected));

    assertThat(set.view().getMap("counts.by_result"))
        .isEqualTo(Map.of("already_satisfied", 2, "applied", 1));
    assertThat(group.writes()).hasSize(before + 1);
    assertThat(links("status"))
        .containsExactlyInAnyOrder("pending", "accepted", "rejected", "pending");
  }

  @Test
  void whoHasAnotherParentOrDoesNotExistIsARowThatFails() {
    GroupLinks.invite(SandboxControl.workspace(), group.sub());
    String unknown = group.admin().id() + "," + UUID.randomUUID();

    Asked set =
        done(
            Asked.planned(
                ann, csv(line(group.sub()), unknown, line(SandboxControl.workspace())), ADMIN));

    assertThat(set.view().getString("state")).isEqualTo("partially_succeeded");
    assertThat(set.rows("problem.code")).contains("ALREADY_EXISTS", "NOT_FOUND_IN_WORKSPACE");
    assertThat(set.rows("problem.detail").toString())
        .contains("another parent", "no workspace with this id");
  }

  @Test
  void everyMistakeIsNamedByLineAndColumn() {
    Workspace own = own(group.sub());
    String admin = group.admin().id().toString();

    problem(
            csv(
                admin + ",ann@acme.example",
                admin + "," + own.id(),
                "nowhere," + group.sub().id(),
                admin + ",",
                admin + ",1.16E+20",
                admin + ",=HYPERLINK(1)",
                admin + ",a/../b"),
            422,
            "VALIDATION_FAILED")
        .body(
            "errors.pointer",
            hasItems(
                "line 2, column sub_workspace_id",
                "line 3, column sub_workspace_id",
                "line 4, column admin_workspace",
                "line 5, column sub_workspace_id",
                "line 6, column sub_workspace_id",
                "line 7, column sub_workspace_id",
                "line 8, column sub_workspace_id"))
        .body("errors.detail", hasItem(containsString("An e-mail cannot be invited")))
        .body("errors.detail", hasItem(containsString("Instantly's is " + group.sub().id())));
    assertThat(group.writes()).isEmpty();
  }

  @Test
  void rowsAndSpecsNameTheirMistakesToo() {
    problem(
            json(
                "{\"kind\":\"group_invite\",\"rows\":[{\"admin_workspace\":\"%s\",\"sub_workspace_id\":\"a@b.example\"}]}"
                    .formatted(group.admin().id())),
            422,
            "VALIDATION_FAILED")
        .body("errors.pointer", equalTo(List.of("/rows/0/sub_workspace_id")));
    problem(
            json(
                "{\"kind\":\"group_invite\",\"rows\":[{\"workspace\":\"%s\",\"sub_workspace_id\":\"x\"}]}"
                    .formatted(group.admin().id())),
            400,
            "UNKNOWN_FIELD")
        .body("errors.pointer", hasItem("/rows/0/admin_workspace"));
    Workspace sub = own(group.sub());
    problem(
            json(spec(sub, sub).replaceFirst("\"admin_workspace_id\":\"[^\"]*\"", "")),
            422,
            "VALIDATION_FAILED")
        .body("errors.pointer", equalTo(List.of("/spec/admin_workspace_id")));
    problem(
        json(spec(sub, sub).replaceFirst("(\"admin_workspace_id\":\")[^\"]*", "$1ann@x.example")),
        404,
        "WORKSPACE_NOT_FOUND");
    problem(json(spec(group.admin(), group.admin())), 422, "VALIDATION_FAILED");
    problem(
        Asked.csv(Asked.as(ann, ADMIN), "group_invite", "workspace,sub_workspace_id", "a,b"),
        400,
        "UNKNOWN_FIELD");
  }

  @Test
  void aWorkspaceThatIsInAGroupItselfInvitesNobody() {
    group.join();
    Workspace delegated = registered.delegated(group.sub().id(), group.admin());

    problem(json(spec(delegated, group.admin())), 422, "VALIDATION_FAILED")
        .body("errors[0].detail", containsString("in a group itself"));
    Asked set =
        Asked.planned(ann, csv(delegated.id() + "," + SandboxControl.workspace().id()), ADMIN);
    assertThat(set.rows("result")).containsExactly("failed");
    assertThat(group.writes()).hasSize(1); // joining
  }

  @ParameterizedTest
  @CsvSource({
    "agency-admin,201",
    "agency-automation,403",
    "agency-approver,403",
    "agency-auditor,403",
    "nothing,403"
  })
  void fleetRolesMayNoMoreThanOneByOne(String role, int status) {
    assertThat(csv(ann, new String[] {role}, line(group.sub())).statusCode()).isEqualTo(status);
  }

  @Test
  void whoeverInvitesMayDoItInEveryWorkspaceOfTheGroup() {
    group.join();
    SandboxWorkspace another = SandboxControl.workspace();
    granted.in("sub:" + ann, "admin", group.admin());
    String[] nothing = {};

    problem(csv(ann, nothing, line(another)), 403, "PRIVILEGE_CEILING");
    granted.in("sub:" + ann, "admin", own(group.sub()));
    int before = SandboxControl.journal(group.agency().id()).size();
    Asked set =
        Asked.planned(ann, csv(ann, nothing, line(another), line(SandboxControl.workspace())));

    assertThat(set.rows("result")).containsOnly("pending");
    assertThat(SandboxControl.journal(group.agency().id()).stream().skip(before))
        .filteredOn(call -> call.path().contains("workspace-group-members"))
        .hasSizeLessThanOrEqualTo(2); // asked once for all rows, and read once for the plan
  }

  @Test
  void anAcceptedLinkIsTakenBackUnlessStewardReachesAWorkspaceThroughIt() {
    SandboxWorkspace idle = SandboxControl.workspace();
    Asked set = done(planned(group.sub(), idle));
    links("id").forEach(SandboxControl::acceptLink);
    Workspace delegated = registered.delegated(group.sub().id(), group.admin());

    Asked undo = undone(set);
    assertThat(undo.rows("result")).containsExactlyInAnyOrder("blocked_guard", "pending");
    assertThat(undo.view().getList("guard.violations.rule")).containsExactly("OWN_LINK");
    assertThat(undo.rows("problem.detail").toString()).contains(delegated.id().toString());
    done(undo);

    assertThat(links("sub_workspace_id")).containsExactly(group.sub().id());
  }

  @Test
  void aLinkThatCameIntoUseAfterThePlanStays() {
    Asked set = done(planned(group.sub()));
    links("id").forEach(SandboxControl::acceptLink);
    Asked undo = undone(set);
    assertThat(undo.rows("result")).containsExactly("pending");
    registered.delegated(group.sub().id(), group.admin());

    done(undo);

    assertThat(undo.rows("result")).containsExactly("blocked_guard");
    assertThat(undo.rows("problem.code")).containsExactly("LINK_IN_USE_BY_STEWARD");
    assertThat(links("status")).containsExactly("accepted");
  }

  @Test
  void whatSomebodyElseHasInvitedMeanwhileIsNotTakenBack() {
    Asked set = done(planned(group.sub()));
    links("id").forEach(SandboxControl::rejectLink);
    GroupLinks.invite(group.agency(), group.sub());

    assertThat(undone(set).rows("result")).containsExactly("not_attempted");
    assertThat(links("status")).containsExactlyInAnyOrder("rejected", "pending");
  }

  @Test
  void aYesThatChangedNothingIsNotAppliedAndIsTriedAgain() {
    group.agency().behave("POST", ALL, "\"accept_without_effect\":true");
    Asked set = done(planned(group.sub()));
    assertThat(set.rows("problem.code")).containsExactly("WRITE_NOT_EFFECTIVE");
    group.agency().behave("POST", ALL, "\"accept_without_effect\":false");

    Asked again = done(Asked.planned(ann, set.post("/retry-failed?wait=PT30S"), ADMIN));

    assertThat(again.rows("result")).containsExactly("applied");
  }

  @Test
  void theExportCanBeSentInAgain() {
    Asked set = done(planned(group.sub()));
    String export =
        Asked.as(ann, ADMIN)
            .header("Accept", "text/csv")
            .get(set.path("/changes"))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(export).startsWith("seq,admin_workspace,sub_workspace_id,workspace_name");

    Asked again =
        Asked.planned(
            ann,
            Asked.csv(Asked.as(ann, ADMIN), "group_invite", export.strip().split("\r?\n")),
            ADMIN);

    assertThat(again.rows("result")).containsExactly("already_satisfied");
  }

  @Test
  void whatAReplicaHadSentBeforeItDiedIsNotSentAgain() {
    Asked set = planned(group.sub(), SandboxControl.workspace());
    work.workOff();
    set.apply().then().statusCode(202);
    work.taken(set.id(), group.admin()).intends().sends().dies();

    work.workOff();

    assertThat(set.rows("result")).containsOnly("applied");
    assertThat(group.writes()).hasSize(2);
  }

  @Test
  void whatAReplicaHadOnlyIntendedIsSentOnce() {
    Asked set = planned(group.sub(), SandboxControl.workspace());
    work.workOff();
    set.apply().then().statusCode(202);
    LaneWork.Other late = work.taken(set.id(), group.admin()).intends();
    late.dies();

    work.workOff();
    late.goesOn();

    assertThat(set.rows("result")).containsOnly("applied");
    assertThat(group.writes()).hasSize(2);
  }

  @Test
  void anInvitationWhoseAnswerIsLostIsFound() {
    Asked set = planned(group.sub());
    group.agency().behave("POST", ALL, "\"drop_after_write\":true");

    done(set);

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(group.writes()).hasSize(1);
  }
}
