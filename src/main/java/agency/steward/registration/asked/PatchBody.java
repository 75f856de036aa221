package agency.steward.registration.asked;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.WorkspaceEdit;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A merge patch (RFC 7396): what is absent stays, {@code null} removes. */
@Schema(name = "WorkspacePatch")
public record PatchBody(
    @Schema(
            implementation = String.class,
            nullable = false,
            description = "Steward's name; Instantly's is changed under /details")
        @Nullable JsonNode name,
    @Schema(implementation = String.class, nullable = true, description = "null removes it")
        @Nullable JsonNode externalId,
    @Schema(
            implementation = Object.class,
            additionalProperties = Schema.True.class,
            description = "Merged into the labels; null removes one")
        @Nullable JsonNode labels) {

  public WorkspaceEdit edit() {
    return new WorkspaceEdit(newName(), newExternalId(), newLabels());
  }

  private Optional<String> newName() {
    if (name == null) {
      return Optional.empty();
    }
    if (name.isNull()) {
      throw Problem.invalid("/name", "A workspace always has a name; send another one").thrown();
    }
    return Optional.of(Texts.line("/name", text("/name", name)));
  }

  private WorkspaceEdit.ExternalId newExternalId() {
    if (externalId == null) {
      return new WorkspaceEdit.ExternalId.Keep();
    }
    return externalId.isNull()
        ? new WorkspaceEdit.ExternalId.Clear()
        : new WorkspaceEdit.ExternalId.Become(
            Texts.line("/external_id", text("/external_id", externalId)));
  }

  private Map<String, Optional<String>> newLabels() {
    if (labels == null) {
      return Map.of();
    }
    if (labels.isNull()) {
      throw Problem.invalid("/labels", "Name each label that is to go: {\"tier\":null}").thrown();
    }
    if (!labels.isObject()) {
      throw wrongType("/labels", "an object of strings");
    }
    var patch = new LinkedHashMap<String, Optional<String>>();
    labels.properties().forEach(each -> patch.put(each.getKey(), label(each)));
    return patch;
  }

  private static Optional<String> label(Map.Entry<String, JsonNode> each) {
    String at = JsonPointer.compile("/labels").appendProperty(each.getKey()).toString();
    if (each.getValue().isNull()) {
      Labels.checkKey(at, each.getKey());
      return Optional.empty();
    }
    Optional<String> value = Optional.of(text(at, each.getValue()));
    Labels.check("/labels", each.getKey(), value);
    return value;
  }

  private static String text(String pointer, JsonNode value) {
    if (!value.isTextual()) {
      throw wrongType(pointer, "a string");
    }
    return value.textValue();
  }

  private static ProblemException wrongType(String pointer, String wanted) {
    return Problem.of(
            ProblemCode.MALFORMED_REQUEST,
            "'" + pointer + "' has the wrong type. This must be " + wanted + ".")
        .at(pointer, "This must be " + wanted)
        .thrown();
  }
}
