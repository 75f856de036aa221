package agency.steward.apikey.change;

import java.util.List;

/**
 * A key that somebody wants made.
 *
 * @param name not unique on Instantly
 * @param scopes that Instantly knows, without repetitions
 * @param toVault its value goes into custody instead of the answer
 */
public record WantedKey(String name, List<String> scopes, boolean toVault) {}
