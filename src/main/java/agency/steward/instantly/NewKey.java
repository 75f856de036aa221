package agency.steward.instantly;

import agency.steward.credential.ApiKey;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An API key that was just created.
 *
 * @param object as Instantly answered it, without {@code key}
 * @param value shown by Instantly this one time (facts.md 1.3)
 */
public record NewKey(ObjectNode object, ApiKey value) {}
