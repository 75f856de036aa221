package agency.steward.changeset.ask;

import agency.steward.changeset.BulkKind;
import agency.steward.changeset.BulkKinds;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads what is asked for; everything that is wrong with it is said at once. */
@ApplicationScoped
public class Asking {
  private final ObjectMapper json;
  private final BulkKinds kinds;
  private final Targeting targeting;

  Asking(ObjectMapper json, BulkKinds kinds, Targeting targeting) {
    this.json = json;
    this.kinds = kinds;
    this.targeting = targeting;
  }

  /** What a JSON body asks for. */
  public Asked json(ChangeSetBody asked) {
    BulkKind kind = kind(asked.kind(), "/kind");
    Optional<String> reason = asked.reason().map(text -> Reason.read(text, "/reason"));
    boolean whenAllowed = asked.apply().map(Asking::whenAllowed).orElse(false);
    if (asked.rows().isPresent() == asked.targets().isPresent()
        || asked.spec().isPresent() != asked.targets().isPresent()) {
      throw Problem.invalid("", "Say either targets and spec, or rows").thrown();
    }
    var faults = new Faults();
    return asked.rows().isPresent()
        ? rows(kind, RowsAsked.json(asked.rows().get(), faults), reason, whenAllowed, faults)
        : spec(kind, asked, reason, whenAllowed, faults);
  }

  /** Reads it; throws what is answered 400 for what is none. */
  public ChangeSetBody read(byte[] body) {
    try {
      ChangeSetBody read = json.readValue(body, ChangeSetBody.class);
      if (read != null) {
        return read;
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    throw Problem.of(ProblemCode.MALFORMED_REQUEST, "This needs a JSON object").thrown();
  }

  /** A CSV body; kind and reason stand in the query. */
  public Asked csv(byte[] body, Optional<String> kind, Optional<String> why) {
    BulkKind known = kind(kind, "kind");
    Optional<String> reason = why.map(text -> Reason.read(text, "reason"));
    var faults = new Faults();
    List<RowAsked> rows = new CsvTable(known, faults).rows(text(body));
    return rows(known, rows, reason, false, faults);
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw Problem.of(ProblemCode.MALFORMED_REQUEST, "The CSV is not UTF-8; save it as that.")
          .thrown(notUtf8);
    }
  }

  private Asked spec(
      BulkKind kind,
      ChangeSetBody asked,
      Optional<String> reason,
      boolean whenAllowed,
      Faults faults) {
    var wishes = RowsAsked.spec(kind, asked.spec().orElseThrow(), faults);
    faults.throwIfAny();
    return targeting.everywhere(kind, asked.targets().orElseThrow(), wishes, reason, whenAllowed);
  }

  private Asked rows(
      BulkKind kind,
      List<RowAsked> rows,
      Optional<String> reason,
      boolean whenAllowed,
      Faults faults) {
    if (rows.isEmpty() && faults.isEmpty()) {
      faults.add("/rows", "There are no rows; nothing would be done");
    }
    Asked asked = targeting.rows(kind, rows, reason, whenAllowed, faults);
    faults.throwIfAny();
    return asked;
  }

  private BulkKind kind(Optional<String> name, String where) {
    String known = String.join(", ", kinds.names());
    return name.flatMap(kinds::find)
        .orElseThrow(() -> Problem.invalid(where, "kind is one of " + known).thrown());
  }

  private static boolean whenAllowed(String text) {
    if (!text.equals("when_allowed")) {
      throw Problem.invalid("/apply", "apply is when_allowed, or it is left out").thrown();
    }
    return true;
  }
}
