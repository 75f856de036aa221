package agency.steward.instantly.share;

import agency.steward.instantly.pace.Amount;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The table of shares in PostgreSQL: read by one statement, so as it was at one moment, and written
 * by one that does nothing where the table has changed since. No lock is held in between, so that a
 * replica may freeze at any moment.
 */
@ApplicationScoped
public class ShareStore {
  private static final String READ =
      """
      SELECT number, NULL::uuid, NULL::text, NULL::float8, NULL::float8, NULL::text,
          NULL::int, NULL::int, NULL::int, NULL::int, NULL::int, NULL::int, NULL::text
        FROM quota_round
      UNION ALL
      SELECT beat, id, NULL, second_part, minute_part, stage, NULL, NULL, NULL, NULL, NULL, NULL, process
        FROM quota_replica
      UNION ALL
      SELECT NULL, replica_id, bucket, NULL, NULL, NULL, second, minute, interactive_second, interactive_minute,
          bulk_second, bulk_minute, NULL
        FROM quota_share
      """;
  private static final String WRITE =
      """
      WITH turn AS (UPDATE quota_round SET number = number + 1 WHERE number = ? RETURNING number),
      gone AS (DELETE FROM quota_replica USING turn WHERE id = ANY (?)),
      heard AS (
        INSERT INTO quota_replica (id, beat, second_part, minute_part, stage, process)
        SELECT r.* FROM turn,
          unnest(?::uuid[], ?::bigint[], ?::float8[], ?::float8[], ?::text[], ?::text[]) AS r
        ON CONFLICT (id) DO UPDATE SET beat = excluded.beat, second_part = excluded.second_part,
          minute_part = excluded.minute_part, stage = excluded.stage,
          process = excluded.process),
      given AS (
        DELETE FROM quota_share s USING turn, unnest(?::text[], ?::uuid[]) AS d (bucket, replica_id)
        WHERE s.bucket = d.bucket AND s.replica_id = d.replica_id),
      taken AS (
        INSERT INTO quota_share (bucket, replica_id, second, minute, interactive_second, interactive_minute,
          bulk_second, bulk_minute)
        SELECT s.* FROM turn,
          unnest(?::text[], ?::uuid[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[]) AS s
        ON CONFLICT (bucket, replica_id) DO UPDATE SET second = excluded.second, minute = excluded.minute,
          interactive_second = excluded.interactive_second, interactive_minute = excluded.interactive_minute,
          bulk_second = excluded.bulk_second, bulk_minute = excluded.bulk_minute)
      SELECT number FROM turn
      """;

  private static final String RENEW =
      """
      WITH turn AS (UPDATE quota_round SET number = number + 1 RETURNING number)
      UPDATE quota_replica SET beat = ? FROM turn WHERE id = ? AND stage = 'LIVE'
      """;

  private final DataSource database;

  ShareStore(DataSource database) {
    this.database = database;
  }

  Table read() {
    try (Connection connection = database.getConnection();
        PreparedStatement read = connection.prepareStatement(READ);
        ResultSet rows = read.executeQuery()) {
      var reading = new Reading();
      while (rows.next()) {
        read(rows, reading);
      }
      return reading.table();
    } catch (SQLException e) {
      throw new IllegalStateException("shares of quota cannot be read", e);
    }
  }

  private static void read(ResultSet row, Reading reading) throws SQLException {
    UUID replica = row.getObject(2, UUID.class);
    String bucket = row.getString(3);
    if (replica == null) {
      reading.round(row.getLong(1));
    } else if (bucket == null) {
      var part = new Part(row.getDouble(4), row.getDouble(5));
      var stage = Stage.valueOf(row.getString(6));
      reading.member(replica, new Member(row.getLong(1), part, stage, row.getString(13)));
    } else {
      var need = new Need(amount(row, 9), amount(row, 11));
      reading.claim(bucket, replica, new Claim(amount(row, 7), need));
    }
  }

  private static Amount amount(ResultSet row, int column) throws SQLException {
    return new Amount(row.getInt(column), row.getInt(column + 1));
  }

  /** Whether the table was still the one before; else nothing is changed. */
  boolean write(Table before, Table after) {
    List<Difference.Column> columns = new Difference(before, after).columns();
    try (Connection connection = database.getConnection();
        PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setLong(1, before.round());
      for (int i = 0; i < columns.size(); i++) {
        Difference.Column column = columns.get(i);
        write.setArray(i + 2, connection.createArrayOf(column.type(), column.values()));
      }
      try (ResultSet turn = write.executeQuery()) {
        return turn.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("shares of quota cannot be written", e);
    }
  }

  /** Lets the others hear of it, whatever they write; false where they have given it up. */
  boolean renew(UUID replica, long beat) {
    try (Connection connection = database.getConnection();
        PreparedStatement renew = connection.prepareStatement(RENEW)) {
      renew.setLong(1, beat);
      renew.setObject(2, replica);
      return renew.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("shares of quota cannot be kept", e);
    }
  }
}
