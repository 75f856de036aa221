package agency.steward.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.PostgresResource;
import agency.steward.workspace.label.Labelled;
import agency.steward.workspace.label.Requirement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class WhereTest {
  private static final Pattern PLACEHOLDER = Pattern.compile(":p(\\d+)");
  private static Connection connection;

  @BeforeContainer
  static void connect() throws SQLException {
    connection = PostgresResource.postgres().getPostgresDatabase().getConnection();
  }

  @AfterContainer
  static void disconnect() throws SQLException {
    connection.close();
  }

  @Provide
  Arbitrary<Map<String, String>> labels() {
    return Labelled.labels();
  }

  @Provide
  Arbitrary<List<Requirement>> requirements() {
    return Labelled.requirements();
  }

  @Property
  void theDatabaseAndTheMemoryAgreeAboutASelector(
      @ForAll("requirements") List<Requirement> terms, @ForAll("labels") Map<String, String> labels)
      throws SQLException {
    var selector = new Selector(terms);

    assertThat(inDatabase(selector, labels)).isEqualTo(selector.matches(labels));
  }

  private static boolean inDatabase(Selector selector, Map<String, String> labels)
      throws SQLException {
    var where = new Where().matches(selector);
    var values = new ArrayList<Object>();
    String sql =
        PLACEHOLDER
            .matcher(where.sql())
            .replaceAll(found -> {
              values.add(where.values().get("p" + found.group(1)));
              return "?";
            });
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT " + sql + " FROM (SELECT CAST(? AS jsonb) AS labels) AS workspace")) {
      values.add(StoredJson.labels(labels));
      for (int i = 0; i < values.size(); i++) {
        query.setObject(i + 1, values.get(i));
      }
      try (ResultSet result = query.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }
}
