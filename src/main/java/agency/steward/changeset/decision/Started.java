package agency.steward.changeset.decision;

import agency.steward.changeset.stored.ChangeSetId;

/** A set was started or resumed. */
public record Started(ChangeSetId id) {}
