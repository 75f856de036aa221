package agency.steward.changeset.decision;

import agency.steward.changeset.stored.ChangeSetId;

/** A set has been set going, or goes on. */
public record Started(ChangeSetId id) {}
