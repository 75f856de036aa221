package agency.steward.auditlog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a log shows nothing, as far as Instantly lets anybody know. */
@Schema(description = "Why there is no entry")
record Emptiness(
    @Schema(
            description =
                "no_match: the log has entries, but none that fits; unknown: Instantly shows none at"
                    + " all and does not say why",
            enumeration = {"no_match", "unknown"})
        String emptyBecause,
    String detail) {

  /** What Instantly never logs (facts.md 4.5). */
  static final String NEVER_LOGGED =
      "Instantly never logs who is invited, accepts, gets another role or is removed, who owns a"
          + " workspace, links of workspace groups, tags, nor that a workspace is renamed or"
          + " scheduled for removal: for what was done through Steward see GET /v1/ledger.";

  static final Emptiness NO_MATCH =
      new Emptiness("no_match", "The log has entries, but none that fits. " + NEVER_LOGGED);

  static final Emptiness UNKNOWN =
      new Emptiness(
          "unknown",
          "Instantly shows no entry and does not say why: nothing may have happened, or be kept no"
              + " longer, or the client's plan may not include audit logs. "
              + NEVER_LOGGED);
}
