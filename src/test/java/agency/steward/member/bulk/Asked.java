package agency.steward.member.bulk;

import agency.steward.member.Tenant;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A change set of many rows, as somebody asks for it and looks at it. */
record Asked(String who, String[] groups, String id) {
  static final String PATH = "/v1/change-sets";

  static RequestSpecification as(String who, String... groups) {
    return Tenant.as(who, groups);
  }

  static Response json(RequestSpecification as, String body) {
    return as.body(body).post(PATH);
  }

  static Response csv(RequestSpecification as, String kind, String... lines) {
    return as.contentType("text/csv")
        .body(String.join("\r\n", lines))
        .post(PATH + "?kind=" + kind + "&reason=test");
  }

  /** Of these tenants. */
  static String spec(String kind, String spec, Tenant... tenants) {
    String ids =
        Stream.of(tenants)
            .map(tenant -> "\"" + tenant.workspace().id() + "\"")
            .collect(Collectors.joining(","));
    return "{\"kind\":\"%s\",\"targets\":{\"workspace_ids\":[%s]},\"spec\":%s}"
        .formatted(kind, ids, spec);
  }

  static Asked planned(String who, Response answer, String... groups) {
    answer.then().statusCode(201);
    return new Asked(who, groups, answer.path("id"));
  }

  RequestSpecification asker() {
    return as(who, groups);
  }

  JsonPath view() {
    return asker().get(PATH + "/" + id).then().statusCode(200).extract().jsonPath();
  }

  List<String> rows(String field) {
    return asker()
        .get(PATH + "/" + id + "/changes?page_size=1000")
        .then()
        .statusCode(200)
        .extract()
        .path("items." + field);
  }
}
