package agency.steward.instantly.wire;

import agency.steward.credential.ApiKey;
import java.util.Optional;

/**
 * One request.
 *
 * @param as the sub workspace to act as, for {@code x-as-workspace} (facts.md 1.4)
 * @param body JSON; without one no {@code Content-Type} is sent either
 */
public record Ask(
    Verb verb, Target target, ApiKey key, Optional<String> as, Optional<Content> body) {

  /** Bytes that show themselves to nobody: they may hold a secret. */
  public record Content(byte[] bytes) {
    @Override
    public String toString() {
      return bytes.length + " bytes";
    }
  }
}
