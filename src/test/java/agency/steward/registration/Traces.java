package agency.steward.registration;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.credential.CredentialConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What a registration leaves behind in custody and in the database. */
@ApplicationScoped
class Traces {
  private final DataSource database;
  private final CredentialConfig custody;

  Traces(DataSource database, CredentialConfig custody) {
    this.database = database;
    this.custody = custody;
  }

  /** How many workspaces have a key in custody. */
  long keysInCustody() {
    if (!Files.isDirectory(custody.local().directory())) {
      return 0;
    }
    try (Stream<java.nio.file.Path> files = Files.list(custody.local().directory())) {
      return files.filter(file -> file.toString().endsWith(".keys")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Errands that were begun since and are not at their end. */
  long errandsSince(Instant moment) {
    return Long.parseLong(
        texts(
                "SELECT count(*)::text FROM custody_errand WHERE begun_at >= ?",
                moment.atOffset(ZoneOffset.UTC))
            .getFirst());
  }

  /** What the ledger says about a workspace: actions in their order. */
  List<String> actions(String workspaceId) {
    return texts(
        "SELECT action FROM ledger_entry WHERE workspace_id = ? ORDER BY seq",
        UUID.fromString(workspaceId));
  }

  /** Whole entries, as they are hashed. */
  List<String> entries(String workspaceId) {
    return texts(
        "SELECT convert_from(entry, 'UTF8') FROM ledger_entry WHERE workspace_id = ? ORDER BY seq",
        UUID.fromString(workspaceId));
  }

  /** How many entries hold this text, whatever they are about. */
  long entriesWith(String text) {
    return texts(
            "SELECT seq::text FROM ledger_entry WHERE position(? IN entry) > 0",
            text.getBytes(StandardCharsets.UTF_8))
        .size();
  }

  /** As after a crash between the commit of the registration and the storing of its answer. */
  void loseTheAnswerOf(String workspaceId) {
    List<String> lost =
        texts(
            "UPDATE idempotency_record SET status = NULL, headers = NULL, body = NULL,"
                + " settled = false, claimed_until = now() - interval '1 hour'"
                + " WHERE intent_id = ? RETURNING intent_kind",
            UUID.fromString(workspaceId));
    assertThat(lost).containsExactly("workspace.register");
  }

  private List<String> texts(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      var texts = new ArrayList<String>();
      var rows = statement.executeQuery();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
