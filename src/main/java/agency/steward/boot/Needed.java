package agency.steward.boot;

import java.util.ArrayList;
import java.util.List;

/** What has to be configured, each with a line saying what it is for. */
final class Needed {
  private record Need(String property, String what) {
    String line() {
      return Settings.environment(property) + " is missing: " + what;
    }
  }

  private static final List<Need> NEEDS =
      List.of(
          new Need(
              "quarkus.datasource.jdbc.url",
              "the PostgreSQL database, such as jdbc:postgresql://db.example:5432/steward"),
          new Need(
              "quarkus.vault.url",
              "the Vault that keeps the workspaces' API keys, such as https://vault.example:8200"),
          new Need(
              "steward.jwt.issuer", "the iss claim of your identity provider's tokens, verbatim"),
          new Need(
              "steward.jwt.jwks-url", "where your identity provider publishes its signing keys"),
          new Need("steward.jwt.audience", "the aud claim that tokens meant for Steward carry"));

  /** One of these tells how to log in to Vault. */
  private static final List<String> VAULT_LOGINS =
      List.of(
          "quarkus.vault.authentication.kubernetes.role",
          "quarkus.vault.authentication.app-role.role-id",
          "quarkus.vault.authentication.client-token",
          "quarkus.vault.authentication.client-token-wrapping-token");

  private static final String ROLE_ID = "quarkus.vault.authentication.app-role.role-id";
  private static final String SECRET_ID = "quarkus.vault.authentication.app-role.secret-id";
  private static final String WRAPPED_SECRET_ID =
      "quarkus.vault.authentication.app-role.secret-id-wrapping-token";

  private Needed() {}

  static List<String> missing(Settings settings) {
    var missing = new ArrayList<String>();
    NEEDS.stream()
        .filter(need -> !settings.has(need.property()))
        .map(Need::line)
        .forEach(missing::add);
    if (VAULT_LOGINS.stream().noneMatch(settings::has)) {
      missing.add(
          "A login for Vault is missing: set one of "
              + String.join(", ", VAULT_LOGINS.stream().map(Settings::environment).toList()));
    }
    if (settings.has(ROLE_ID) && !settings.has(SECRET_ID) && !settings.has(WRAPPED_SECRET_ID)) {
      missing.add(Settings.environment(SECRET_ID) + " is missing: the AppRole's secret id");
    }
    return missing;
  }
}
