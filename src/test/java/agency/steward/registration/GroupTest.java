package agency.steward.registration;

import static agency.steward.registration.Api.WORKSPACES;
import static agency.steward.registration.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import agency.steward.ids.Ids;
import agency.steward.registration.look.Abreast;
import agency.steward.testing.GroupLinks;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class GroupTest {
  @Inject Traces traces;

  private final SandboxWorkspace sub = SandboxControl.workspace("{\"name\":\"Sub\"}");

  @Test
  void aSubWorkspaceIsRegisteredThroughAnAcceptedLink() {
    String admin = Fleet.registered(Fleet.adminOf(sub));
    long keys = traces.keysInCustody();

    Fleet.registerThrough(admin, sub.id())
        .statusCode(201)
        .body("name", equalTo("Sub"))
        .body("state", equalTo("active"))
        .body("instantly_workspace_id", equalTo(sub.id()))
        .body("credential.mode", equalTo("delegated"))
        .body("credential.admin_workspace_id", equalTo(admin))
        .body("conditions.find { it.type == 'GROUP_LINK' }.ok", equalTo(true));
    assertThat(traces.keysInCustody()).isEqualTo(keys);
  }

  @Test
  void aLinkThatIsNotAcceptedIsRefused() {
    SandboxWorkspace agency = Fleet.adminOf();
    String admin = Fleet.registered(agency);

    problem(Fleet.registerThrough(admin, sub.id()), 409, "GROUP_LINK_NOT_ACCEPTED");
    String link = GroupLinks.invite(agency, sub);
    problem(Fleet.registerThrough(admin, sub.id()), 409, "GROUP_LINK_NOT_ACCEPTED");
    SandboxControl.rejectLink(link);
    problem(Fleet.registerThrough(admin, sub.id()), 409, "GROUP_LINK_NOT_ACCEPTED");

    unknown(sub);
  }

  @Test
  void accident25_aHeaderThatIsIgnoredRegistersNothing() {
    SandboxWorkspace agency = Fleet.adminOf(sub);
    String admin = Fleet.registered(agency);
    for (SandboxWorkspace each : List.of(agency, sub)) {
      SandboxControl.behaviour(
          "{\"workspace_id\":\"%s\",\"ignore_as_workspace\":true}".formatted(each.id()));
    }

    problem(Fleet.registerThrough(admin, sub.id()), 409, "WORKSPACE_IDENTITY_MISMATCH");
    importGroup(admin, "{}")
        .statusCode(200)
        .body("registered.size()", equalTo(0))
        .body("skipped.reason", equalTo(List.of("WORKSPACE_IDENTITY_MISMATCH")));

    unknown(sub);
    assertThat(SandboxControl.journal(agency.id()))
        .extracting(SandboxCall::method)
        .containsOnly("GET");
  }

  @Test
  void anAdminWorkspaceHasToBeThereToHaveAKeyAndToBeActive() {
    String admin = Fleet.registered(Fleet.adminOf(sub));
    String delegate = Fleet.registerThrough(admin, sub.id()).extract().path("id");
    String other = SandboxControl.workspace().id();

    problem(Fleet.registerThrough(Ids.next().toString(), other), 404, "WORKSPACE_NOT_FOUND");
    problem(Fleet.registerThrough(delegate, other), 422, "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("/credential/admin_workspace_id"));
    Api.admin().body("{\"reason\":\"x\"}").post(WORKSPACES + "/" + admin + "/suspend");
    problem(Fleet.registerThrough(admin, other), 409, "WORKSPACE_SUSPENDED");
    problem(importGroup(admin, "{}"), 409, "WORKSPACE_SUSPENDED");
  }

  @Test
  void anImportRegistersWhatIsAcceptedAndNamesTheRest() {
    SandboxWorkspace known = SandboxControl.workspace();
    SandboxWorkspace lapsed = SandboxControl.workspace("{\"plan_active\":false}");
    SandboxWorkspace pending = SandboxControl.workspace();
    SandboxWorkspace agency = Fleet.adminOf(sub, known, lapsed);
    GroupLinks.invite(agency, pending);
    String admin = Fleet.registered(agency);
    String knownId = Fleet.registered(known);

    ValidatableResponse report = importGroup(admin, "{\"labels\":{\"group\":\"acme\"}}");

    String id = report.extract().path("registered[0].workspace_id");
    report
        .statusCode(200)
        .body("registered.instantly_workspace_id", equalTo(List.of(sub.id())))
        .body("registered.name", equalTo(List.of("Sub")))
        .body("existing.workspace_id", equalTo(List.of(knownId)))
        .body("skipped.size()", equalTo(2))
        .body("skipped.instantly_workspace_id", hasItems(lapsed.id(), pending.id()))
        .body("skipped.reason", hasItems("WORKSPACE_PLAN_INACTIVE", "GROUP_LINK_NOT_ACCEPTED"));
    Fleet.get(id)
        .body("labels", equalTo(Map.of("group", "acme")))
        .body("credential.admin_workspace_id", equalTo(admin));
    assertThat(traces.actions(id)).containsExactly("workspace.register");
    assertThat(traces.actions(admin)).containsExactly("workspace.register", "workspace.import");
  }

  @Test
  void anImportCanBeRepeatedAndAsksNothingAboutWhatIsKnown() {
    String admin = Fleet.registered(Fleet.adminOf(sub));
    importGroup(admin, "").statusCode(200).body("registered.size()", equalTo(1));
    int calls = SandboxControl.journal(sub.id()).size();

    importGroup(admin, "")
        .statusCode(200)
        .body("registered.size()", equalTo(0))
        .body("existing.instantly_workspace_id", equalTo(List.of(sub.id())));

    assertThat(SandboxControl.journal(sub.id())).hasSize(calls);
  }

  @Test
  void anImportCostsOneCallForEachNewSubWorkspace() {
    SandboxWorkspace[] subs =
        SandboxControl.fleet(30, 1, "import-" + Ids.next().toString().substring(24))
            .toArray(SandboxWorkspace[]::new);
    SandboxWorkspace agency = Fleet.adminOf(subs);
    String admin = Fleet.registered(agency);
    int before = SandboxControl.journal(agency.id()).size();

    importGroup(admin, "{}").statusCode(200).body("registered.size()", equalTo(30));

    assertThat(SandboxControl.journal(agency.id())).hasSize(before + 1 + 30);
  }

  @Test
  void ofTwoImportsAtOnceEachSubWorkspaceIsRegisteredByOne() {
    SandboxWorkspace[] subs =
        SandboxControl.fleet(40, 1, "twice-" + Ids.next().toString().substring(24))
            .toArray(SandboxWorkspace[]::new);
    String admin = Fleet.registered(Fleet.adminOf(subs));

    List<ValidatableResponse> reports =
        Abreast.map(List.of(1, 2, 3), 3, i -> importGroup(admin, "{}"));

    reports.forEach(report -> report.statusCode(200));
    assertThat(reports.stream().mapToInt(report -> size(report, "registered")).sum()).isEqualTo(40);
    reports.forEach(
        report -> assertThat(size(report, "registered") + size(report, "existing")).isEqualTo(40));
  }

  private static int size(ValidatableResponse report, String part) {
    return report.extract().jsonPath().getList(part).size();
  }

  @Test
  void labelsOfAnImportAreChecked() {
    String admin = Fleet.registered(Fleet.adminOf(sub));

    problem(importGroup(admin, "{\"labels\":{\"a b\":\"c\"}}"), 422, "VALIDATION_FAILED");
    problem(importGroup(admin, "{\"label\":{}}"), 400, "UNKNOWN_FIELD");
    unknown(sub);
  }

  @Test
  void aLinkThatEndedShutsTheWorkspaceOffAndVerifySaysWhy() {
    SandboxWorkspace agency = Fleet.adminOf();
    String link = GroupLinks.invite(agency, sub);
    SandboxControl.acceptLink(link);
    String admin = Fleet.registered(agency);
    String id = Fleet.registerThrough(admin, sub.id()).statusCode(201).extract().path("id");

    GroupLinks.end(agency, link);

    Fleet.post(id, "verify")
        .statusCode(200)
        .body("state", equalTo("credential_invalid"))
        .body(
            "conditions.find { it.type == 'GROUP_LINK' }.code", equalTo("GROUP_LINK_NOT_ACCEPTED"));
    assertThat(traces.actions(id)).containsExactly("workspace.register", "workspace.verify");
  }

  @Test
  void aDeadKeyOfTheAdminWorkspaceIsTheAdminsConditionAndItsDelegatesAnswer() {
    SandboxWorkspace agency = Fleet.adminOf(sub);
    String admin = Fleet.registered(agency);
    String id = Fleet.registerThrough(admin, sub.id()).statusCode(201).extract().path("id");

    Vendor.revokeAllKeys(agency);

    problem(Fleet.post(id, "verify"), 409, "WORKSPACE_CREDENTIAL_INVALID");
    Fleet.get(id).body("state", equalTo("active"));
    Fleet.get(admin).body("state", equalTo("credential_invalid"));
  }

  private static ValidatableResponse importGroup(String admin, String body) {
    var asked = Api.automation();
    return (body.isEmpty() ? asked : asked.body(body))
        .post(WORKSPACES + "/" + admin + "/import-group")
        .then();
  }

  private static void unknown(SandboxWorkspace workspace) {
    Api.admin()
        .get(WORKSPACES + "?instantly_workspace_id=" + workspace.id())
        .then()
        .body("total_size", equalTo(0));
  }
}
