package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.member.Tenant;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A set as it is shown again and again, in whatever way: all of it has to fit together. */
final class ShownSet {
  private static final Set<String> UNMADE = Set.of("pending", "running", "cancelled");
  private static final Set<String> SO = Set.of("applied", "already_satisfied");
  private static final Set<String> GOING = Set.of("running", "paused", "cancelling");
  private static final Set<String> OVER =
      Set.of("succeeded", "partially_succeeded", "failed", "cancelled", "rejected");
  private static final String ALL_ROWS = "/changes?page_size=1000";

  private final Asked set;
  private final Map<String, String> byTag = new HashMap<>();

  ShownSet(Asked set) {
    this.set = set;
  }

  Asked set() {
    return set;
  }

  String state() {
    return set.view().getString("state");
  }

  /**
   * What is held goes on or is cancelled.
   *
   * @param cancels asked only where it is held
   */
  void release(BooleanSupplier cancels) {
    boolean held = state().equals("paused");
    if (held && (cancels.getAsBoolean() || set.post("/resume").statusCode() == 409)) {
      set.post("/cancel").then().statusCode(202);
    }
  }

  /** As it is once nothing of it goes on. */
  void checkOver() {
    check();
    String state = state();
    assertThat(state).isNotIn("planning", "running", "paused", "cancelling");
    if (!List.of("planned", "approved").contains(state)) {
      checkEvents();
    }
  }

  /** As it is just now. */
  void check() {
    Response answer = set.asker().get(set.path(""));
    answer.then().statusCode(200);
    checkTag(answer.getHeader("ETag"), answer.asString());
    JsonPath view = answer.jsonPath();
    List<Map<String, Object>> rows = rows(ALL_ROWS);
    Map<String, Integer> results = view.getMap("counts.by_result");
    var counted = new HashMap<String, Integer>();
    rows.forEach(row -> counted.merge((String) row.get("result"), 1, Integer::sum));
    assertThat(results).as(set.id()).isEqualTo(counted);
    assertThat(view.getInt("counts.total")).isEqualTo(rows.size());
    checkEnd(view, results.keySet());
    checkState(view, results, rows.size());
    rows.forEach(ShownSet::checkRow);
  }

  /** The same tag where all is shown alike, and only there. */
  private void checkTag(String tag, String body) {
    assertThat(byTag.getOrDefault(tag, body)).isEqualTo(body);
    byTag.put(tag, body);
    assertThat(byTag.values()).doesNotHaveDuplicates();
  }

  private static void checkEnd(JsonPath view, Set<String> results) {
    boolean over = OVER.contains(view.getString("state"));
    assertThat(view.get("finished_at") != null).as(view.prettify()).isEqualTo(over);
    if (over) {
      assertThat(results).doesNotContain("pending", "running");
      assertThat(view.getInt("estimate.upstream_calls")).isZero();
    }
  }

  private static void checkState(JsonPath view, Map<String, Integer> results, int total) {
    int good = SO.stream().mapToInt(result -> results.getOrDefault(result, 0)).sum();
    int given = view.getList("approvals").size();
    int required = view.getInt("required_approvals");
    String state = view.getString("state");
    switch (state) {
      case "succeeded" -> assertThat(good).isEqualTo(total);
      case "failed" -> assertThat(good).isZero();
      case "partially_succeeded" -> assertThat(good).isBetween(1, total - 1);
      case "planned" -> assertThat(given).isLessThan(Math.max(1, required));
      case "approved" -> assertThat(given).isPositive().isGreaterThanOrEqualTo(required);
      default -> assertThat(GOING.contains(state) && view.get("started_at") == null).isFalse();
    }
  }

  private static void checkRow(Map<String, Object> row) {
    String result = (String) row.get("result");
    boolean made = SO.contains(result);
    String all = row.toString();
    assertThat(row.get("problem") == null).as(all).isEqualTo(made || UNMADE.contains(result));
    assertThat(row.get("applied_at") != null).as(all).isEqualTo(result.equals("applied"));
    if (made || UNMADE.contains(result)) {
      assertThat(row.get("verified")).as(all).isEqualTo(made);
    }
  }

  List<Map<String, Object>> all() {
    return rows(ALL_ROWS);
  }

  private List<Map<String, Object>> rows(String path) {
    return set.asker()
        .get(set.path(path))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items");
  }

  /** Pages and filters show the same rows. */
  void checkPages(List<Tenant> tenants) {
    List<Map<String, Object>> rows = rows(ALL_ROWS);
    assertThat(paged()).isEqualTo(rows);
    for (Object result : rows.stream().map(row -> row.get("result")).distinct().toList()) {
      assertThat(rows(ALL_ROWS + "&result=" + result)).isEqualTo(with(rows, "result", result));
    }
    for (Tenant tenant : tenants) {
      String id = tenant.workspace().id().toString();
      assertThat(rows(ALL_ROWS + "&workspace_id=" + id)).isEqualTo(with(rows, "workspace_id", id));
    }
  }

  private static List<Map<String, Object>> with(
      List<Map<String, Object>> rows, String field, Object value) {
    return rows.stream().filter(row -> value.equals(row.get(field))).toList();
  }

  private List<Map<String, Object>> paged() {
    var all = new ArrayList<Map<String, Object>>();
    String next = "";
    do {
      Response page = set.asker().get(set.path("/changes?page_size=2" + next));
      all.addAll(page.jsonPath().getList("items"));
      next =
          page.path("next_page_token") == null ? "" : "&page_token=" + page.path("next_page_token");
    } while (!next.isEmpty());
    return all;
  }

  /**
   * Whoever follows it from its beginning is told of every row that has changed, at last as it is.
   */
  private void checkEvents() {
    String whole = set.asker().get(set.path("")).asString();
    String told = set.asker().header("Last-Event-ID", "0").get(set.path("/events")).asString();
    assertThat(told).contains("event: done\n").endsWith("data: " + whole + "\n\n");
    Map<Integer, Object> rows = new HashMap<>();
    rows(ALL_ROWS).forEach(row -> rows.put((Integer) row.get("seq"), row));
    long before = 0;
    for (String event : told.split("\n\n")) {
      if (event.startsWith("event: change\n")) {
        String[] lines = event.split("\n");
        long id = Long.parseLong(lines[1].replace("id: ", ""));
        var row = new JsonPath(lines[2].replaceFirst("data: ", ""));
        assertThat(id).isGreaterThan(before);
        assertThat(row.<Object>get()).isEqualTo(rows.get(row.getInt("seq")));
        before = id;
      }
    }
  }
}
