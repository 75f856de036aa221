package agency.steward.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadinessTest {
  private final Map<String, String> settings =
      new HashMap<>(
          Map.of(
              "quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example:5432/steward",
              "quarkus.vault.url", "https://vault.example:8200",
              "quarkus.vault.authentication.kubernetes.role", "steward",
              "steward.jwt.issuer", "https://id.example/realms/agency",
              "steward.jwt.jwks-url", "https://id.example/realms/agency/certs",
              "steward.jwt.audience", "steward"));

  @Test
  void itStartsWithWhatItNeeds() {
    assertThat(readiness().mayStart()).isTrue();
    assertThat(readiness().obstacles()).isEmpty();
    assertThat(readiness().warned()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.datasource.jdbc.url, QUARKUS_DATASOURCE_JDBC_URL",
    "quarkus.vault.url, QUARKUS_VAULT_URL",
    "steward.jwt.issuer, STEWARD_JWT_ISSUER",
    "steward.jwt.jwks-url, STEWARD_JWT_JWKS_URL",
    "steward.jwt.audience, STEWARD_JWT_AUDIENCE",
    "quarkus.vault.authentication.kubernetes.role, QUARKUS_VAULT_AUTHENTICATION_KUBERNETES_ROLE"
  })
  void eachMissingPropertyIsNamedAsTheVariableThatSetsIt(String property, String variable) {
    settings.remove(property);

    assertThat(readiness().mayStart()).isFalse();
    assertThat(readiness().obstacles()).singleElement().asString().contains(variable, ": ");
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    settings.clear();

    assertThat(readiness().missing()).hasSize(6);
  }

  @Test
  void blankCountsAsMissing() {
    settings.put("steward.jwt.audience", "  ");

    assertThat(readiness().missing()).singleElement().asString().contains("STEWARD_JWT_AUDIENCE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarkus.vault.authentication.client-token",
        "quarkus.vault.authentication.client-token-wrapping-token",
        "quarkus.vault.authentication.kubernetes.role"
      })
  void anyOneLoginForVaultIsEnough(String login) {
    settings.remove("quarkus.vault.authentication.kubernetes.role");
    settings.put(login, "something");

    assertThat(readiness().mayStart()).isTrue();
  }

  @Test
  void anAppRoleNeedsItsSecretId() {
    settings.remove("quarkus.vault.authentication.kubernetes.role");
    settings.put("quarkus.vault.authentication.app-role.role-id", "steward");
    assertThat(readiness().missing()).singleElement().asString().contains("SECRET_ID");

    settings.put("quarkus.vault.authentication.app-role.secret-id", "s");
    assertThat(readiness().mayStart()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example/certs",
        "http://localhost.evil.example/certs",
        "ftp://id.example/certs",
        "keys.json",
        "https:///certs",
        "not a url"
      })
  void keysOfTheIssuerThatAnybodyCouldExchangeAreRefused(String url) {
    settings.put("steward.jwt.jwks-url", url);

    assertThat(readiness().refused()).singleElement().asString().contains("STEWARD_JWT_JWKS_URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9999/certs",
        "http://localhost/certs",
        "http://[::1]:1/certs",
        "file:/etc/steward/jwks.json",
        "HTTPS://id.example/certs"
      })
  void keysThatNobodyCanExchangeOnTheWayAreFine(String url) {
    settings.put("steward.jwt.jwks-url", url);

    assertThat(readiness().mayStart()).isTrue();
  }

  @Test
  void anInstantlyWithoutTlsIsRefusedUnlessItIsOnThisMachine() {
    settings.put("steward.instantly.base-url", "http://instantly.example");
    assertThat(readiness().refused())
        .singleElement()
        .asString()
        .contains("STEWARD_INSTANTLY_BASE_URL");

    settings.put("steward.instantly.base-url", "http://127.0.0.1:8090");
    assertThat(readiness().mayStart()).isTrue();
  }

  @Test
  void trustingEveryCertificateOfTheIssuerIsRefused() {
    settings.put("smallrye.jwt.client.tls.trust-all", "true");

    assertThat(readiness().refused()).singleElement().asString().contains("TRUST_ALL");
  }

  @Test
  void trustingEveryCertificateOfVaultIsRefused() {
    settings.put("quarkus.vault.tls.skip-verify", "true");

    assertThat(readiness().refused()).singleElement().asString().contains("SKIP_VERIFY");
  }

  @Test
  void theLocalProfilesStoreIsRefused() {
    settings.put("steward.credential.store", "local");
    assertThat(readiness().refused())
        .singleElement()
        .asString()
        .contains("STEWARD_CREDENTIAL_STORE");

    settings.put("steward.credential.store", "vault");
    assertThat(readiness().mayStart()).isTrue();
  }

  @Test
  void whatIsOnlyUnwiseIsSaidAndDoesNotStopIt() {
    settings.put("quarkus.vault.url", "http://vault.example:8200");
    settings.put("steward.cors.origins", "https://desk.example,*");

    assertThat(readiness().mayStart()).isTrue();
    assertThat(readiness().warned()).hasSize(2);
  }

  @Test
  void noValueIsEverRepeated() {
    settings.replaceAll((property, value) -> "http://user:hunter2@somewhere.example");
    settings.put("steward.instantly.base-url", "http://user:hunter2@somewhere.example");

    assertThat(readiness().toString()).doesNotContain("hunter2");
  }

  private Readiness readiness() {
    return Readiness.of(this::find);
  }

  private Optional<String> find(String property) {
    return Optional.ofNullable(settings.get(property));
  }
}
