package agency.steward.registration;

import static agency.steward.registration.Api.WORKSPACES;

import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxWorkspace;
import io.restassured.response.ValidatableResponse;

/** Workspaces that are registered through the API, as tests need them. */
final class Fleet {
  private Fleet() {}

  static ValidatableResponse register(SandboxWorkspace workspace) {
    return Api.admin()
        .body(
            "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"%s\"}}"
                .formatted(workspace.apiKey()))
        .post(WORKSPACES)
        .then();
  }

  /** Steward's id of it. */
  static String registered(SandboxWorkspace workspace) {
    return register(workspace).statusCode(201).extract().path("id");
  }

  static ValidatableResponse registerThrough(String adminId, String sub) {
    return Api.admin()
        .body("{\"credential\":" + delegated(adminId, sub) + "}")
        .post(WORKSPACES)
        .then();
  }

  static String delegated(String adminId, String sub) {
    return "{\"mode\":\"delegated\",\"admin_workspace_id\":\"%s\",\"instantly_workspace_id\":\"%s\"}"
        .formatted(adminId, sub);
  }

  static String ownKey(String key) {
    return "{\"mode\":\"own_key\",\"api_key\":\"" + key + "\"}";
  }

  /** An admin workspace with accepted links to these. */
  static SandboxWorkspace adminOf(SandboxWorkspace... subs) {
    var ids = new java.util.StringJoiner("\",\"", "[\"", "\"]").setEmptyValue("[]");
    for (SandboxWorkspace sub : subs) {
      ids.add(sub.id());
    }
    return SandboxControl.workspace("{\"group_admin_of\":" + ids + "}");
  }

  static ValidatableResponse get(String id) {
    return Api.admin().get(WORKSPACES + "/" + id).then();
  }

  static ValidatableResponse post(String id, String what) {
    return Api.admin().post(WORKSPACES + "/" + id + "/" + what).then();
  }
}
