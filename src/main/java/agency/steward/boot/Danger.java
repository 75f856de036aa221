package agency.steward.boot;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Settings that would undo what Steward is for: severe ones stop it, the others are said aloud. */
final class Danger {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final String JWKS = "steward.jwt.jwks-url";
  private static final String INSTANTLY = "steward.instantly.base-url";
  private static final String VAULT = "quarkus.vault.url";
  private static final String TRUST_ALL = "smallrye.jwt.client.tls.trust-all";
  private static final String VAULT_TRUST_ALL = "quarkus.vault.tls.skip-verify";
  private static final String STORE = "steward.credential.store";
  private static final String CORS = "steward.cors.origins";

  private Danger() {}

  static List<String> refused(Settings settings) {
    var refused = new ArrayList<String>();
    settings
        .value(JWKS)
        .filter(url -> !url.startsWith("file:") && !isSafe(url))
        .ifPresent(url ->
            refused.add(
                Settings.environment(JWKS)
                    + " has to be https: whoever can change the answer on its way can sign in"
                    + " as anybody"));
    settings
        .value(INSTANTLY)
        .filter(url -> !isSafe(url))
        .ifPresent(url ->
            refused.add(
                Settings.environment(INSTANTLY)
                    + " has to be https: every call carries a workspace's API key"));
    settings
        .value(TRUST_ALL)
        .filter(Boolean::parseBoolean)
        .ifPresent(on ->
            refused.add(
                Settings.environment(TRUST_ALL)
                    + " has to stay false: it accepts anybody as your identity provider"));
    settings
        .value(VAULT_TRUST_ALL)
        .filter(Boolean::parseBoolean)
        .ifPresent(on ->
            refused.add(
                Settings.environment(VAULT_TRUST_ALL)
                    + " has to stay false: it hands the workspaces' keys to anybody who answers"
                    + " in Vault's place"));
    settings
        .value(STORE)
        .filter(store -> !store.equalsIgnoreCase("vault"))
        .ifPresent(store ->
            refused.add(
                Settings.environment(STORE)
                    + " has to be vault: there is no other store outside the local profile"));
    return refused;
  }

  static List<String> warned(Settings settings) {
    var warned = new ArrayList<String>();
    settings
        .value(VAULT)
        .filter(url -> !isSafe(url))
        .ifPresent(url ->
            warned.add(
                Settings.environment(VAULT)
                    + " is not https: keys cross the network in the clear"));
    settings
        .value(CORS)
        .filter(origins -> origins.contains("*"))
        .ifPresent(origins ->
            warned.add(
                Settings.environment(CORS)
                    + " names everybody: any page in a browser may call with a token it got"
                    + " hold of"));
    return warned;
  }

  /** https, or a conversation that does not leave this machine. */
  private static boolean isSafe(String url) {
    try {
      URI uri = new URI(url);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return uri.getHost() != null
          && (scheme.equals("https")
              || (scheme.equals("http") && LOOPBACK.contains(uri.getHost())));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
