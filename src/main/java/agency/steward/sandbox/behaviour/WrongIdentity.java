package agency.steward.sandbox.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/** The workspace an answer speaks of instead of the right one. */
public record WrongIdentity(UUID workspace) {
  private static final UUID INVENTED = UUID.fromString("019b0000-0000-7000-8000-00000badbad0");

  static Optional<WrongIdentity> of(JsonNode json) {
    if (json.isTextual()) {
      return Optional.of(new WrongIdentity(UUID.fromString(json.textValue())));
    }
    return json.booleanValue() ? Optional.of(new WrongIdentity(INVENTED)) : Optional.empty();
  }
}
