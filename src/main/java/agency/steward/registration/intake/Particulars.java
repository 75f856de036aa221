package agency.steward.registration.intake;

import java.util.Map;
import java.util.Optional;

/**
 * What is said of a workspace when it is registered.
 *
 * @param name Steward's name; Instantly's where there is none
 */
public record Particulars(
    Optional<String> name, Optional<String> externalId, Map<String, String> labels) {}
