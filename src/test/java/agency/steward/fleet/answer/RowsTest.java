package agency.steward.fleet.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.fleet.Some;
import agency.steward.instantly.body.Item;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final Workspace ACME = Some.workspace(1, "=Acme, \"Ltd\"");
  private static final String ACME_ID = ACME.id().toString();
  private static final Problem LATE = Problem.of(ProblemCode.UPSTREAM_TIMEOUT, "too late");
  private static final Coverage COVERAGE =
      Coverage.of(
          1,
          List.of(Coverage.Failure.of(ACME, LATE), Coverage.Failure.unknown("-1;no id")),
          List.of(new Coverage.Skipped("s", "S", ProblemCode.WORKSPACE_PLAN_INACTIVE, Some.NOON)),
          Some.NOON);

  @Test
  void aJsonRowBeginsWithWhoseItIsAndKeepsWhatNobodyKnows() throws Exception {
    JsonNode row = JSON.readTree(text(rows(Format.JSON).rows(ACME, List.of(row()))));

    assertThat(row.propertyStream().map(java.util.Map.Entry::getKey))
        .containsExactly(
            "workspace_id",
            "workspace_name",
            "id",
            "instantly_workspace_id",
            "name",
            "brand_new",
            "nothing");
    assertThat(row.path("workspace_id").asText()).isEqualTo(ACME_ID);
    assertThat(row.path("instantly_workspace_id").asText()).isEqualTo("theirs");
    assertThat(row.path("nothing").isNull()).isTrue();
  }

  @Test
  void partsMakeOneJsonDocument() throws Exception {
    Rows rows = rows(Format.JSON);
    String body =
        text(rows.head())
            + text(rows.rows(ACME, List.of(row(), row())))
            + text(rows.between())
            + text(rows.rows(Some.workspace(2), List.of(row())))
            + text(rows.tail(COVERAGE));

    JsonNode document = JSON.readTree(body);
    assertThat(document.path("items")).hasSize(3);
    assertThat(document.path("coverage"))
        .isEqualTo(
            JSON.readTree(
                """
                {"total":4,"ok":1,"failed":2,"skipped":1,
                 "failures":[
                  {"workspace_id":"%s","workspace_name":"=Acme, \\"Ltd\\"","code":"UPSTREAM_TIMEOUT",
                   "detail":"too late","retryable":true},
                  {"workspace_id":"-1;no id","code":"WORKSPACE_NOT_FOUND",
                   "detail":"There is no workspace with this id, or you may not see it",
                   "retryable":false}],
                 "skipped_workspaces":[
                  {"workspace_id":"s","workspace_name":"S","code":"WORKSPACE_PLAN_INACTIVE",
                   "since":"2026-11-24T12:00:00Z"}],
                 "as_of":"2026-11-24T12:00:00Z"}
                """
                    .formatted(ACME_ID)));
  }

  @Test
  void ndjsonIsOneObjectALineAndTheCoverageIsTheLast() throws Exception {
    Rows rows = rows(Format.NDJSON);
    String body =
        text(rows.head())
            + text(rows.rows(ACME, List.of(row(), row())))
            + text(rows.tail(COVERAGE));

    List<String> lines = body.lines().toList();
    assertThat(body).endsWith("\n");
    assertThat(lines).hasSize(3);
    assertThat(JSON.readTree(lines.get(1)).path("id").asText()).isEqualTo("m1");
    assertThat(JSON.readTree(lines.get(2)).at("/coverage/total").asInt()).isEqualTo(4);
  }

  @Test
  void aWorkspaceWithoutRowsWritesNothing() {
    for (Format format : Format.values()) {
      assertThat(rows(format).rows(ACME, List.of())).isEmpty();
    }
  }

  @Test
  void whereTheCoverageNamesWhoDidNotAnswerOnlyAStandInIsARow() throws Exception {
    for (Format format : List.of(Format.JSON, Format.NDJSON)) {
      Rows rows = rows(format);
      assertThat(rows.missing(ACME_ID, ACME.name(), ProblemCode.UPSTREAM_TIMEOUT)).isEmpty();
      byte[] standIn = rows.standIn(ACME, ProblemCode.UPSTREAM_TIMEOUT, member());
      assertThat(JSON.readTree(text(standIn)).path("workspace_id").asText()).isEqualTo(ACME_ID);
      assertThat(JSON.readTree(text(standIn)).path("id").asText()).isEqualTo("m1");
    }
  }

  @Test
  void csvHasAColumnForEachKnownFieldAndOneForTheRest() {
    Rows rows = rows(Format.CSV);
    String body =
        text(rows.head())
            + text(rows.rows(ACME, List.of(row())))
            + text(rows.missing(ACME_ID, ACME.name(), ProblemCode.UPSTREAM_TIMEOUT))
            + text(rows.missing("-1;no id", "", ProblemCode.WORKSPACE_NOT_FOUND))
            + text(rows.standIn(ACME, ProblemCode.WORKSPACE_PLAN_INACTIVE, member()))
            + text(rows.tail(COVERAGE));

    assertThat(body)
        .isEqualTo(
            """
            workspace_id,workspace_name,error,id,name,more
            %1$s,"'=Acme, ""Ltd""\",,m1,"{""first"":""Ann""}","{""instantly_workspace_id"":""theirs"",""brand_new"":-1,""nothing"":null}"
            %1$s,"'=Acme, ""Ltd""\",UPSTREAM_TIMEOUT,,,
            '-1;no id,,WORKSPACE_NOT_FOUND,,,
            %1$s,"'=Acme, ""Ltd""\",WORKSPACE_PLAN_INACTIVE,m1,"{""first"":""Ann""}","{""instantly_workspace_id"":""theirs"",""brand_new"":-1,""nothing"":null}"
            """
                .formatted(ACME_ID)
                .replace("\n", "\r\n"));
  }

  private static Rows rows(Format format) {
    return Rows.of(format, List.of("id", "name"), JSON);
  }

  private static Item row() {
    return new Item.Parsed(member());
  }

  private static ObjectNode member() {
    ObjectNode member = JSON.createObjectNode().put("id", "m1").put("workspace_id", "theirs");
    member.putObject("name").put("first", "Ann");
    return member.put("brand_new", -1).putNull("nothing");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
