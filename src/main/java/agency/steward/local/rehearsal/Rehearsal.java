package agency.steward.local.rehearsal;

import agency.steward.local.door.Door;
import agency.steward.local.issuer.Issuer;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A day's work in miniature. A JVM that has recorded it compiles at once what it would have to run
 * thousands of times first.
 */
@ApplicationScoped
@IfBuildProfile("local")
public class Rehearsal {
  private static final int WORKSPACES = 40;
  private static final int MEMBERS = 28;
  private static final int READS = 150;
  private static final int CHANGE_SETS = 10;
  private static final int WRITES = 400;
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

  private final Issuer issuer;

  Rehearsal(Issuer issuer) {
    this.issuer = issuer;
  }

  /** With workspaces of its own; asks both sides over HTTP. */
  public void hold(String stewardUrl, String managementUrl, String sandboxUrl) {
    Door.to(managementUrl).get("/q/health/ready"); // each start is asked that
    Door steward = Door.to(stewardUrl);
    Door ann = steward.as(token("ann@agency.example", "agency-admin"));
    List<String> ids = registered(ann, Door.to(sandboxUrl));
    read(ann, ids);
    var desk = new Desk(ann, steward.as(token("bea@agency.example", "agency-approver")));
    for (int turn = 0; turn < CHANGE_SETS; turn++) {
      desk.change(ids, turn % 2 == 0 ? "view" : "editor", turn % 2 == 0 ? "editor" : "view");
    }
    write(ann, ids);
  }

  private String token(String subject, String group) {
    return issuer.token(subject, Set.of(group), LONG_ENOUGH);
  }

  private static List<String> registered(Door steward, Door sandbox) {
    var wanted = Map.of("workspaces", WORKSPACES, "members", MEMBERS, "prefix", "rehearsal");
    return sandbox
        .send("POST", "/_sandbox/fleet", wanted)
        .valueStream()
        .map(each -> register(steward, each.path("api_key").asText()))
        .toList();
  }

  private static String register(Door steward, String key) {
    var credential = Map.of("mode", "own_key", "api_key", key);
    var wanted = Map.of("credential", credential, "labels", Map.of("rehearsal", "yes"));
    return steward.send("POST", "/v1/workspaces", wanted).path("id").asText();
  }

  private static void read(Door steward, List<String> ids) {
    List<String> formats = List.of("json", "json", "ndjson", "csv");
    for (int turn = 0; turn < READS; turn++) {
      String format = formats.get(turn % formats.size());
      steward.text("/v1/members?selector=rehearsal%3Dyes&format=" + format);
      ids.forEach(id -> steward.text("/v1/workspaces/" + id + "/members"));
    }
  }

  /** Upwards only: whoever takes access from so many is asked for an approval. */
  private static void write(Door steward, List<String> ids) {
    for (String id : ids) {
      String members = "/v1/workspaces/" + id + "/members";
      steward
          .get(members)
          .path("items")
          .valueStream()
          .filter(Rehearsal::mayView)
          .limit(WRITES / WORKSPACES)
          .map(member -> members + "/" + member.path("id").asText())
          .forEach(member -> steward.send("PATCH", member, Map.of("role", "editor")));
    }
  }

  private static boolean mayView(JsonNode member) {
    return member.path("role").asText().equals("view");
  }
}
