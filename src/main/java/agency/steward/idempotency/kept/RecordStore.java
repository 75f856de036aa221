package agency.steward.idempotency.kept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The records. One statement and no transaction each, so that nothing is held while a request runs;
 * only {@link #bind} belongs to the caller's transaction. Who has lost a claim changes nothing.
 */
@ApplicationScoped
public class RecordStore {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
  private static final String CLAIM =
      """
      INSERT INTO idempotency_record AS known (id, request, ticket, claimed_until, expires_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET request = excluded.request, ticket = excluded.ticket,
        claimed_until = excluded.claimed_until, expires_at = excluded.expires_at, intent_kind = NULL, intent_id = NULL,
        status = NULL, headers = NULL, body = NULL, settled = false
      WHERE known.expires_at <= ?
      """;
  private static final String FIND = "SELECT * FROM idempotency_record WHERE id = ?";
  private static final String TAKE_OVER =
      """
      UPDATE idempotency_record SET ticket = ?, claimed_until = ?, intent_kind = NULL, intent_id = NULL,
        status = NULL, headers = NULL, body = NULL
      WHERE id = ? AND ticket = ? AND NOT settled AND intent_id IS NOT DISTINCT FROM ?
      """;
  private static final String OURS = " WHERE id = ? AND ticket = ? AND NOT settled";
  private static final String BIND =
      "UPDATE idempotency_record SET intent_kind = ?, intent_id = ?" + OURS;
  private static final String KEEP =
      "UPDATE idempotency_record SET status = ?, headers = CAST(? AS jsonb), body = ?, settled = ?"
          + OURS;
  private static final String FORGET = "DELETE FROM idempotency_record" + OURS;
  private static final String LEAVE = "UPDATE idempotency_record SET claimed_until = ?" + OURS;

  private final DataSource source;
  private final JdbcStore database;
  private final ObjectMapper json;

  RecordStore(DataSource source, JdbcStore database, ObjectMapper json) {
    this.source = source;
    this.database = database;
    this.json = json;
  }

  /** Whether there was no record, or only one whose time is over: then it is ours now. */
  @Transactional(Transactional.TxType.NEVER)
  public boolean claim(
      KeyedRequest request, UUID ticket, Instant now, Instant until, Instant expires) {
    byte[] id = request.id().bytes();
    return database.execute(CLAIM, id, request.digest().bytes(), ticket, until, expires, now) == 1;
  }

  @Transactional(Transactional.TxType.NEVER)
  public Optional<Known> find(Digest id) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setBytes(1, id.bytes());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(known(id, row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("an idempotency record cannot be read", e);
    }
  }

  /** Whether nothing has happened to the record since it was read: then it is ours now. */
  @Transactional(Transactional.TxType.NEVER)
  public boolean takeOver(Known known, UUID ticket, Instant until) {
    Claim old = known.claim();
    UUID intent = known.intent().map(Intent::id).orElse(null);
    return database.execute(TAKE_OVER, ticket, until, old.id().bytes(), old.ticket(), intent) == 1;
  }

  /** Whether the claim is still ours; part of the running transaction. */
  public boolean bind(Claim claim, Intent intent) {
    return database.execute(BIND, intent.kind(), intent.id(), claim.id().bytes(), claim.ticket())
        == 1;
  }

  @Transactional(Transactional.TxType.NEVER)
  public void keep(Claim claim, Answer answer, boolean settled) {
    database.execute(
        KEEP,
        answer.status(),
        write(answer.headers()),
        answer.body(),
        settled,
        claim.id().bytes(),
        claim.ticket());
  }

  @Transactional(Transactional.TxType.NEVER)
  public void forget(Claim claim) {
    database.execute(FORGET, claim.id().bytes(), claim.ticket());
  }

  /** Ends the claim: an intent that was bound waits for its settlement. */
  @Transactional(Transactional.TxType.NEVER)
  public void leave(Claim claim, Instant now) {
    byte[] id = claim.id().bytes();
    if (database.execute(FORGET + " AND intent_id IS NULL", id, claim.ticket()) == 0) {
      database.execute(LEAVE, now, id, claim.ticket());
    }
  }

  private Known known(Digest id, ResultSet row) throws SQLException {
    return new Known(
        new Claim(id, row.getObject("ticket", UUID.class)),
        Digest.of(row.getBytes("request")),
        row.getObject("claimed_until", OffsetDateTime.class).toInstant(),
        intent(row),
        answer(row),
        row.getBoolean("settled"));
  }

  private static Optional<Intent> intent(ResultSet row) throws SQLException {
    String kind = row.getString("intent_kind");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Intent(kind, row.getObject("intent_id", UUID.class)));
  }

  private Optional<Answer> answer(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Answer(status, read(row.getString("headers")), row.getBytes("body")));
  }

  private String write(Map<String, String> headers) {
    try {
      return json.writeValueAsString(headers);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException("headers that cannot be written", ours);
    }
  }

  private Map<String, String> read(String headers) {
    try {
      return json.readValue(headers, HEADERS);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException("headers that cannot be read", ours);
    }
  }
}
