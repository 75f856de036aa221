package agency.steward.sandbox;

import agency.steward.testing.SandboxResource;
import com.fasterxml.jackson.databind.JsonNode;

/** A sandbox as a test sees it: its address. In bodies {@code '} may stand for {@code "}. */
record Box(String url) {
  /** The one that all tests use: no rule for everybody, no reset. */
  static final Box SHARED = new Box(SandboxResource.url());

  Reply control(String method, String path, String body) {
    return Http.send(Http.request(url, method, "/_sandbox/" + path, body));
  }

  /** A new workspace, and a client with a key that may do everything there. */
  Instantly workspace(String seed) {
    return client(control("POST", "workspaces", seed).json());
  }

  Instantly client(JsonNode made) {
    return new Instantly(
        this, made.get("workspace_id").textValue(), made.get("api_key").textValue(), true);
  }

  /** A new workspace, and a client whose key has these scopes only. */
  Instantly scoped(String... scopes) {
    String list = "'" + String.join("','", scopes) + "'";
    JsonNode made =
        control("POST", "workspaces", "{'api_keys':[{'name':'n','scopes':[" + list + "]}]}").json();
    return client(made).with(made.at("/api_keys/0/key").textValue());
  }

  void behave(String rule) {
    Reply reply = control("PUT", "behaviour", rule);
    if (reply.status() != 200) {
      throw new AssertionError(reply.raw().body());
    }
  }
}
