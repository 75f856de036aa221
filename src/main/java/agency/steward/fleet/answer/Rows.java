package agency.steward.fleet.answer;

import agency.steward.instantly.body.Item;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One format of an answer, written part by part: {@code head}, then the rows of each workspace as
 * it answers, {@code between} two parts that are not empty, and {@code tail}. Parts are made on
 * many threads at once; only their order is the business of the one who sends them.
 */
public interface Rows {

  byte[] head();

  /** The rows of one workspace, Steward's id and name of it in front; may be empty. */
  byte[] rows(Workspace workspace, List<Item> rows);

  byte[] between();

  /** A workspace that did not answer, where the format tells of it among the rows. */
  byte[] missing(String workspaceId, String workspaceName, ProblemCode why);

  /** The row that is shown instead of an answer. */
  byte[] standIn(Workspace workspace, ProblemCode why, ObjectNode row);

  /** What follows the rows; empty where the format has no place for it. */
  byte[] tail(Coverage coverage);

  /**
   * @param columns the fields of a row that have a column of their own where the format has columns
   */
  static Rows of(Format format, List<String> columns, ObjectMapper mapper) {
    return switch (format) {
      case JSON -> new JsonRows(mapper);
      case NDJSON -> new NdjsonRows(mapper);
      case CSV -> new CsvRows(columns, mapper);
    };
  }
}
