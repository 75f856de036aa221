package agency.steward.testing;

/**
 * A workspace in the simulated Instantly.
 *
 * @param id Instantly's
 * @param apiKey one that may do everything there
 */
public record SandboxWorkspace(String id, String apiKey) {}
