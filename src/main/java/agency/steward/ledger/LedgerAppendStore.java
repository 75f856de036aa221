package agency.steward.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Writes the chain, on the connection of the ending transaction. Plain JDBC: the session has been
 * flushed by then and can no longer be used.
 */
@ApplicationScoped
class LedgerAppendStore {
  private static final String LOCK = "SELECT seq, hash FROM ledger_head FOR UPDATE";
  private static final String MOVE = "UPDATE ledger_head SET seq = ?, hash = ?";
  private static final String ADD =
      """
      INSERT INTO ledger_entry (seq, at, principal, action, workspace_id, change_set_id, entry, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final DataSource database;

  LedgerAppendStore(DataSource database) {
    this.database = database;
  }

  /** Locks the head until the transaction ends, and puts these behind it. */
  void append(Function<Head, List<Link>> links) {
    try (Connection connection = database.getConnection()) {
      List<Link> added = links.apply(lockHead(connection));
      add(connection, added);
      moveHead(connection, added.getLast().head());
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger cannot be written", e);
    }
  }

  private static Head lockHead(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(LOCK);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new Head(row.getLong("seq"), new Hash(row.getBytes("hash")));
    }
  }

  private static void add(Connection connection, List<Link> links) throws SQLException {
    try (var statement = connection.prepareStatement(ADD)) {
      for (Link link : links) {
        statement.setLong(1, link.seq());
        statement.setObject(2, link.at().atOffset(ZoneOffset.UTC));
        statement.setString(3, link.principal());
        statement.setString(4, link.action());
        statement.setObject(5, link.workspace().orElse(null), Types.OTHER);
        statement.setObject(6, link.changeSet().orElse(null), Types.OTHER);
        statement.setBytes(7, link.entry());
        statement.setBytes(8, link.hash().bytes());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void moveHead(Connection connection, Head head) throws SQLException {
    try (var statement = connection.prepareStatement(MOVE)) {
      statement.setLong(1, head.seq());
      statement.setBytes(2, head.hash().bytes());
      statement.executeUpdate();
    }
  }
}
