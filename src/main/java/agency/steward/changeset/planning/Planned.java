package agency.steward.changeset.planning;

import agency.steward.changeset.stored.ChangeSetId;

/** A plan has been finished and stored. */
public record Planned(ChangeSetId id) {}
