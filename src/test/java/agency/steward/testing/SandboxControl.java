package agency.steward.testing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * The control surface of the shared sandbox ({@code docs/sandbox.md}). Bodies are given as JSON.
 * Whoever sets a behaviour names the workspace it is for: others use the same sandbox.
 */
public final class SandboxControl {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private SandboxControl() {}

  /** An empty workspace: an owner and one key. */
  public static SandboxWorkspace workspace() {
    return workspace("{}");
  }

  /** Such as {@code {"name":"Acme","members":[{"email":"ann@acme.example","role":"admin"}]}}. */
  public static SandboxWorkspace workspace(String seed) {
    return workspace(json(send("POST", "/_sandbox/workspaces", seed)));
  }

  /** The same, with all that the sandbox answers: values of further keys too. */
  public static JsonNode seeded(String seed) {
    return json(send("POST", "/_sandbox/workspaces", seed));
  }

  public static List<SandboxWorkspace> fleet(int workspaces, int members, String prefix) {
    String body =
        "{\"workspaces\":%d,\"members\":%d,\"prefix\":\"%s\"}"
            .formatted(workspaces, members, prefix);
    return json(send("POST", "/_sandbox/fleet", body))
        .valueStream()
        .map(SandboxControl::workspace)
        .toList();
  }

  /** Changes {@code plan_active}, {@code name} … of a workspace. */
  public static void patch(String workspaceId, String body) {
    send("PATCH", "/_sandbox/workspaces/" + workspaceId, body);
  }

  /** Puts a rule in the place of the one for the same workspace and match. */
  public static void behaviour(String rule) {
    send("PUT", "/_sandbox/behaviour", rule);
  }

  /** Takes the rule away that is for every call of a workspace. */
  public static void behave(String workspaceId) {
    behaviour("{\"workspace_id\":\"%s\"}".formatted(workspaceId));
  }

  /** The person accepts the invitation. */
  public static void accept(String workspaceId, String memberId) {
    send("POST", "/_sandbox/workspaces/" + workspaceId + "/members/" + memberId + "/accept", "");
  }

  public static void acceptLink(String linkId) {
    send("POST", "/_sandbox/group-links/" + linkId + "/accept", "");
  }

  public static void rejectLink(String linkId) {
    send("POST", "/_sandbox/group-links/" + linkId + "/reject", "");
  }

  /** A fresh token for a change of owner. */
  public static String sec(String workspaceId) {
    return json(send("POST", "/_sandbox/workspaces/" + workspaceId + "/sec", ""))
        .get("sec")
        .textValue();
  }

  /** All calls after a line, of everybody. */
  public static List<SandboxCall> journal(long after) {
    return send("GET", "/_sandbox/journal?after=" + after, "")
        .lines()
        .map(line -> SandboxCall.of(json(line)))
        .toList();
  }

  /** All calls of a workspace's keys, and those that ran as it. */
  public static List<SandboxCall> journal(String workspaceId) {
    return journal(0).stream()
        .filter(c -> c.workspaceId().equals(workspaceId) || c.asWorkspace().equals(workspaceId))
        .toList();
  }

  private static SandboxWorkspace workspace(JsonNode json) {
    return new SandboxWorkspace(
        json.get("workspace_id").textValue(), json.get("api_key").textValue());
  }

  private static String send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(SandboxResource.url() + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new AssertionError(
            method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new UncheckedIOException(e);
    }
  }
}
