package agency.steward.workspace;

import java.time.Instant;

/**
 * Why nobody gets into a workspace for now.
 *
 * @param by the principal who suspended it
 */
public record Suspension(String reason, String by, Instant since) {}
