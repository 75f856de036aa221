package agency.steward.instantly;

import agency.steward.instantly.door.Route;
import agency.steward.instantly.wire.Ask;
import agency.steward.instantly.wire.Target;
import agency.steward.instantly.wire.Verb;
import java.util.Map;
import java.util.Optional;

/**
 * What is wanted of Instantly, whoever asks.
 *
 * @param quotable whether what Instantly says about it may be repeated: it could quote a secret
 */
record Call(Verb verb, Target target, Optional<Ask.Content> body, boolean quotable) {
  static final String CURRENT_PATH = "/workspaces/current";

  /** Which workspace a key leads to (facts.md 1.1); also the second look at a refusal. */
  static final Call CURRENT = get(Target.of(CURRENT_PATH, Map.of()));

  static Call get(Target target) {
    return new Call(Verb.GET, target, Optional.empty(), true);
  }

  boolean isWrite() {
    return verb.isWrite();
  }

  Ask by(Route route) {
    return new Ask(verb, target, route.key(), route.as(), body);
  }
}
