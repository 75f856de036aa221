package agency.steward.sandbox.row;

import java.util.UUID;

/** A rule of misbehaviour as it was put, so that it survives a restart. */
public record StoredRule(UUID id, String json) implements Row {}
