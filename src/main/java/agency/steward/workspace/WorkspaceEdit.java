package agency.steward.workspace;

import java.util.Map;
import java.util.Optional;

/**
 * What a merge patch changes (RFC 7396).
 *
 * @param name Steward's name, where it changes
 * @param labels per key the new value, or empty to remove the label
 */
public record WorkspaceEdit(
    Optional<String> name, ExternalId externalId, Map<String, Optional<String>> labels) {

  /** What becomes of the external id. */
  public sealed interface ExternalId {
    /** It stays as it is. */
    record Keep() implements ExternalId {}

    /** It is removed. */
    record Clear() implements ExternalId {}

    /** It becomes this. */
    record Become(String value) implements ExternalId {}
  }
}
