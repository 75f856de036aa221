package agency.steward.member.bulk;

import agency.steward.member.Tenant;
import agency.steward.testing.Asking;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A change set of many rows, as somebody asks for it and looks at it. */
public record Asked(String who, String[] groups, String id) {
  static final String PATH = "/v1/change-sets";
  private static final String ADMIN = "agency-admin";

  public static RequestSpecification as(String who, String... groups) {
    return Asking.as(who, groups);
  }

  public static Response json(RequestSpecification as, String body) {
    return as.body(body).post(PATH + "?wait=PT30S");
  }

  public static Response csv(RequestSpecification as, String kind, String... lines) {
    return as.contentType("text/csv")
        .body(String.join("\r\n", lines))
        .post(PATH + "?wait=PT30S&kind=" + kind + "&reason=test");
  }

  /** Of these tenants. */
  public static String spec(String kind, String spec, Tenant... tenants) {
    String ids =
        Stream.of(tenants)
            .map(tenant -> "\"" + tenant.workspace().id() + "\"")
            .collect(Collectors.joining(","));
    return "{\"kind\":\"%s\",\"targets\":{\"workspace_ids\":[%s]},\"spec\":%s}"
        .formatted(kind, ids, spec);
  }

  public static Asked planned(String who, Response answer, String... groups) {
    answer.then().statusCode(201);
    return new Asked(who, groups, answer.path("id"));
  }

  /** Planned by an admin of the agency. */
  public static Asked byAdmin(String who, String kind, String spec, Tenant... tenants) {
    return planned(who, json(as(who, ADMIN), spec(kind, spec, tenants)), ADMIN);
  }

  /** Planned and applied by an admin of the agency. */
  public static Asked going(String who, String kind, String spec, Tenant... tenants) {
    Asked set = byAdmin(who, kind, spec, tenants);
    set.apply().then().statusCode(202);
    return set;
  }

  RequestSpecification asker() {
    return as(who, groups);
  }

  public JsonPath view() {
    return asker().get(PATH + "/" + id).then().statusCode(200).extract().jsonPath();
  }

  public <T> List<T> rows(String field) {
    return asker()
        .get(PATH + "/" + id + "/changes?page_size=1000")
        .then()
        .statusCode(200)
        .extract()
        .path("items." + field);
  }

  public String digest() {
    return view().getString("digest");
  }

  public String path(String what) {
    return PATH + "/" + id + what;
  }

  public Response post(String what) {
    return asker().post(path(what));
  }

  public Response apply() {
    return apply(digest());
  }

  public Response apply(String digest) {
    return asker().body("{\"digest\":\"" + digest + "\"}").post(path("/apply"));
  }

  /**
   * By somebody else, of the present plan.
   *
   * @param more further fields of the body, from the comma on
   */
  public Response approve(String other, String group, String more) {
    return as(other, group)
        .body("{\"digest\":\"%s\"%s}".formatted(digest(), more))
        .post(path("/approve"));
  }

  public Response refresh() {
    return post("/refresh");
  }
}
