package agency.steward.chaos;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Whose lanes are whose, as PostgreSQL has it. */
final class OwnerStore {
  private static final String RUNNING =
      """
      SELECT workspace_id::text, process, (extract(epoch FROM expires_at) * 1000)::bigint
      FROM change_lane WHERE state = 'running'
      """;

  private final DataSource database;

  OwnerStore(DataSource database) {
    this.database = database;
  }

  /**
   * A lane that is being run.
   *
   * @param workspace Steward's id of it
   * @param process by its number
   * @param until when its lease ends by the database's clock, epoch ms
   */
  record Owned(String workspace, long process, long until) {}

  List<Owned> running() {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(RUNNING)) {
      var owned = new ArrayList<Owned>();
      while (row.next()) {
        owned.add(new Owned(row.getString(1), number(row.getString(2)), row.getLong(3)));
      }
      return owned;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Owned> of(Replica replica) {
    return running().stream().filter(lane -> lane.process() == replica.pid()).toList();
  }

  /** Kernel, host, namespace, number, start: as the replica has written it. */
  private static long number(String process) {
    return Long.parseLong(process.split(" ")[3]);
  }
}
