package agency.steward.changeset.ask;

import agency.steward.changeset.BulkKind;
import agency.steward.changeset.planning.Requested;
import java.util.Optional;

/**
 * What somebody asks for, read and allowed.
 *
 * @param whenAllowed whether it shall be applied without a further call
 */
public record Asked(
    BulkKind kind, Requested requested, Optional<String> reason, boolean whenAllowed) {}
