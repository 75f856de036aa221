package agency.steward.changeset.plan;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final WorkspaceId HERE =
      new WorkspaceId(UUID.fromString("0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01"));

  private static Digest.Row row(String subject, String role) {
    ObjectNode after = JsonNodeFactory.instance.objectNode().put("role", role);
    return Digest.Row.of(
        HERE,
        new Change(
            "role_change",
            subject,
            Optional.of("x"),
            Optional.empty(),
            Optional.of(after),
            Effect.GRANTS,
            Reversibility.LOSSLESS));
  }

  @Test
  void itIsTheHashOfTheCanonicalRows() throws Exception {
    String canonical =
        "{\"kind\":\"role_change\",\"rows\":[{\"action\":\"role_change\",\"after\":{\"role\":\"view\"},"
            + "\"before\":null,\"subject\":\"ann\",\"workspace_id\":\"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01\"}]}";
    byte[] hash =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(canonical.getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(Digest.of("role_change", List.of(row("ann", "view"))))
        .isEqualTo("sha256:" + java.util.HexFormat.of().formatHex(hash));
  }

  @Property(tries = 50)
  void theOrderOfTheRowsDoesNotMatter(
      @ForAll @Size(max = 8) List<@AlphaChars String> subjects, @ForAll long seed) {
    List<Digest.Row> rows = subjects.stream().map(each -> row(each, "view")).toList();
    var shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(Digest.of("k", shuffled)).isEqualTo(Digest.of("k", rows));
  }

  @Test
  void whateverIsDifferentShows() {
    String digest = Digest.of("k", List.of(row("ann", "view")));

    assertThat(Digest.of("l", List.of(row("ann", "view")))).isNotEqualTo(digest);
    assertThat(Digest.of("k", List.of(row("bob", "view")))).isNotEqualTo(digest);
    assertThat(Digest.of("k", List.of(row("ann", "admin")))).isNotEqualTo(digest);
    assertThat(Digest.of("k", List.of(row("ann", "view"), row("ann", "view"))))
        .isNotEqualTo(digest);
  }
}
