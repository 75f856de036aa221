package agency.steward.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A client of Instantly with one key. Unless it is lenient, every answer it gets must be what the
 * vendor documents ({@link VendorSpec}). In bodies {@code '} may stand for {@code "}.
 */
record Instantly(Box box, String workspace, String key, boolean strict) {

  Instantly with(String otherKey) {
    return new Instantly(box, workspace, otherKey, strict);
  }

  /** For a sandbox that is told to misbehave. */
  Instantly lenient() {
    return new Instantly(box, workspace, key, false);
  }

  Reply get(String path, String... headers) {
    return call("GET", path, "", headers);
  }

  Reply post(String path, String body, String... headers) {
    return call("POST", path, body, headers);
  }

  Reply patch(String path, String body) {
    return call("PATCH", path, body);
  }

  Reply delete(String path, String... headers) {
    return call("DELETE", path, "", headers);
  }

  /** With the key, and the content type of JSON where there is a body. */
  Reply call(String method, String path, String body, String... headers) {
    return send(request(method, path, body, headers), method, path);
  }

  /** Gives up after a time. */
  Reply patiently(Duration time, String method, String path, String body) {
    return send(request(method, path, body).timeout(time), method, path);
  }

  private HttpRequest.Builder request(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        Http.request(box.url(), method, "/api/v2/" + path, body, headers)
            .header("Authorization", "Bearer " + key);
    return body.isEmpty() ? request : request.header("Content-Type", "application/json");
  }

  private Reply send(HttpRequest.Builder request, String method, String path) {
    Reply reply = Http.send(request);
    if (strict) {
      VendorSpec.check(method, "/api/v2/" + path.split("\\?", 2)[0], reply);
    }
    return reply;
  }

  /** Lets the workspace itself misbehave: {@code rule} is the inside of the rule. */
  void behave(String rule) {
    box.behave("{'workspace_id':'%s',%s}".formatted(workspace, rule));
  }

  /** One field of all rows, page by page. */
  List<String> all(String path, String field) {
    List<String> all = new ArrayList<>();
    Reply page = get(path);
    all.addAll(page.items(field));
    while (!page.cursor().isEmpty()) {
      String separator = path.contains("?") ? "&" : "?";
      page = get(path + separator + "starting_after=" + encoded(page.cursor()));
      all.addAll(page.items(field));
    }
    return Collections.unmodifiableList(all);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The id of a member just invited. */
  String invite(String email, String role) {
    String body = "{'email':'%s','role':'%s'}".formatted(email, role);
    return post("workspace-members", body).text("id");
  }

  /** Its requests in the journal, those that ran as it included. */
  List<JsonNode> journal() {
    return box.control("GET", "journal", "")
        .raw()
        .body()
        .lines()
        .map(Reply::json)
        .filter(line ->
            line.path("workspace_id").asText().equals(workspace)
                || line.path("as_workspace").asText().equals(workspace))
        .toList();
  }
}
