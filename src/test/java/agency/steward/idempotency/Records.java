package agency.steward.idempotency;

import agency.steward.idempotency.kept.Digest;
import agency.steward.testing.PostgresResource;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Does to a record what crashes and time do. */
final class Records {
  private Records() {}

  /** As if the process had died right before it could keep the answer, and that a while ago. */
  static void crash(Digest id) {
    update("status = NULL, headers = NULL, body = NULL, settled = false", id);
    silent(id);
  }

  /** As if the process had not been heard of since its lease ended. */
  static void silent(Digest id) {
    update("claimed_until = now() - interval '1 second'", id);
  }

  static void expire(Digest id) {
    update("expires_at = now() - interval '1 second'", id);
  }

  static boolean exists(Digest id) {
    return !text(id).isEmpty();
  }

  static Instant claimedUntil(Digest id) {
    try (var connection = PostgresResource.postgres().getPostgresDatabase().getConnection();
        var statement =
            connection.prepareStatement(
                "SELECT claimed_until FROM idempotency_record WHERE id = ?")) {
      statement.setBytes(1, id.bytes());
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getObject(1, java.time.OffsetDateTime.class)
            .withOffsetSameInstant(ZoneOffset.UTC)
            .toInstant();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that is stored of it, bytes as text. */
  static String text(Digest id) {
    try (var connection = PostgresResource.postgres().getPostgresDatabase().getConnection();
        var statement =
            connection.prepareStatement(
                "SELECT concat(to_jsonb(r), convert_from(body, 'UTF8')) FROM idempotency_record r WHERE id = ?")) {
      statement.setBytes(1, id.bytes());
      try (var row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void update(String change, Digest id) {
    try (var connection = PostgresResource.postgres().getPostgresDatabase().getConnection();
        var statement =
            connection.prepareStatement(
                "UPDATE idempotency_record SET " + change + " WHERE id = ?")) {
      statement.setBytes(1, id.bytes());
      if (statement.executeUpdate() != 1) {
        throw new AssertionError("there is no such record");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
