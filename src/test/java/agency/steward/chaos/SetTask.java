package agency.steward.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A change set of many rows, from asking for it to its end. */
final class SetTask implements Task {
  private static final String SETS = "/v1/change-sets";
  private static final Set<String> ENDED =
      Set.of("succeeded", "partially_succeeded", "failed", "cancelled", "rejected", "expired");

  private final Agency agency;
  private final String path;
  private final String body;
  private final Wanted wanted;
  private final int before;
  private String id = "";
  private JsonNode planned;
  private JsonNode ended;

  private SetTask(Agency agency, String path, String body, Wanted wanted, int before) {
    this.agency = agency;
    this.path = path;
    this.body = body;
    this.wanted = wanted;
    this.before = before;
  }

  static SetTask of(Agency agency, String kind, Wanted wanted) {
    String rows =
        agency.clients().stream()
            .flatMap(client ->
                wanted.rows(agency).stream()
                    .map(row -> "{\"workspace\":\"%s\",%s}".formatted(client.id(), row)))
            .collect(Collectors.joining(","));
    String body = "{\"kind\":\"%s\",\"rows\":[%s],\"reason\":\"chaos\"}".formatted(kind, rows);
    return new SetTask(agency, SETS + "?wait=PT1S", body, wanted, 0);
  }

  /** The way back of one that has gone well. */
  static SetTask undoing(Agency agency) {
    SetTask done = of(agency, "role_change", Wanted.ROLES);
    done.run();
    List<Row> others = done.rows().stream().filter(row -> !row.isApplied()).toList();
    if (!others.isEmpty()) {
      throw new AssertionError("nothing had happened yet, and these were not applied: " + others);
    }
    return new SetTask(agency, SETS + "/" + done.id + "/undo", "", Wanted.BACK, 1);
  }

  private Person admin() {
    return agency.admin();
  }

  @Override
  public void run() {
    plan();
    apply();
    finish();
  }

  /** To be applied. */
  void plan() {
    agency.steward().wires().planning(true);
    id = admin().post(path, body).required().text("id");
    planned = until(set -> !set.path("state").asText().equals("planning"));
    agency.steward().wires().planning(false);
    approve();
  }

  void apply() {
    admin().post(at("/apply"), digest(planned)).required();
  }

  /** Returns when it is over. */
  void finish() {
    ended = until(set -> ENDED.contains(set.path("state").asText()));
  }

  private JsonNode until(Predicate<JsonNode> reached) {
    return admin().until(at("?wait=PT2S"), reached);
  }

  /** A second person says yes, and lifts what stands against it, where that is needed. */
  private void approve() {
    String lifted =
        planned
            .path("guard")
            .path("violations")
            .valueStream()
            .map(each -> "\"" + each.path("rule").asText() + "\"")
            .distinct()
            .collect(Collectors.joining(","));
    if (planned.path("required_approvals").asInt() > 0 || !lifted.isEmpty()) {
      String body =
          "{\"digest\":\"%s\",\"override\":[%s],\"reason\":\"chaos\"}"
              .formatted(planned.path("digest").asText(), lifted);
      agency.steward().approver().post(at("/approve"), body).required();
    }
  }

  private static String digest(JsonNode set) {
    return "{\"digest\":\"%s\"}".formatted(set.path("digest").asText());
  }

  private String at(String what) {
    return SETS + "/" + id + what;
  }

  @Override
  public int planned() {
    return agency.clients().size() * wanted.rows(agency).size();
  }

  @Override
  public List<Row> rows() {
    return admin()
        .get(at("/changes?format=ndjson"))
        .required()
        .body()
        .lines()
        .map(Answer::json)
        .map(Row::of)
        .toList();
  }

  @Override
  public boolean isMade(Row row) {
    Client client = agency.client(row.workspaceId());
    return row.isApplied()
        ? wanted.isMadeOnce(client, row.subject())
        : wanted.isMade(client, row.subject());
  }

  /** The value of a key may have died with the process: then the key is taken back. */
  @Override
  public boolean mayBeGivenUp() {
    return wanted == Wanted.KEYS;
  }

  @Override
  public List<String> faults() {
    var faults = new ArrayList<String>();
    JsonNode counts = ended.path("counts");
    int sum = counts.path("by_result").valueStream().mapToInt(JsonNode::asInt).sum();
    if (sum != planned() || counts.path("total").asInt() != sum) {
      faults.add("counts do not add up to %d: %s".formatted(planned(), counts));
    }
    long sets =
        admin()
            .get(SETS + "?workspace_id=" + agency.clients().getFirst().id())
            .required()
            .json()
            .path("items")
            .size();
    if (sets != before + 1) {
      faults.add("asked for once, and there are %d sets".formatted(sets - before));
    }
    boolean all = rows().stream().allMatch(Row::isApplied);
    if (all != ended.path("state").asText().equals("succeeded")) {
      faults.add("the set is %s, its rows are %s".formatted(ended.path("state"), counts));
    }
    return faults;
  }
}
