package agency.steward.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.boot.Readiness;
import agency.steward.boot.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
  private static final List<Path> BOTH = List.of(Chart.LEAST, Chart.FULL);

  @TempDir Path temporary;

  @Test
  void itLints() {
    LintResult result = new Helm(Chart.DIRECTORY).lint().call();
    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @ParameterizedTest
  @FieldSource("BOTH")
  void itLintsWithValues(Path values) throws IOException {
    for (String file : List.of("Chart.yaml", "values.schema.json", "values.yaml")) {
      Files.copy(Chart.DIRECTORY.resolve(file), temporary.resolve(file));
    }
    Path templates = Files.createDirectory(temporary.resolve("templates"));
    try (var all = Files.list(Chart.DIRECTORY.resolve("templates"))) {
      for (Path template : all.toList()) {
        Files.copy(template, templates.resolve(template.getFileName()));
      }
    }
    JsonNode merged = merge(Chart.yaml(temporary.resolve("values.yaml")), Chart.yaml(values));
    Files.writeString(temporary.resolve("values.yaml"), merged.toString());

    LintResult result = new Helm(temporary).lint().strict().call();

    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  private static JsonNode merge(ObjectNode defaults, JsonNode values) {
    values
        .properties()
        .forEach(value -> {
          if (value.getValue().isObject()
              && defaults.get(value.getKey()) instanceof ObjectNode inner) {
            merge(inner, value.getValue());
          } else {
            defaults.set(value.getKey(), value.getValue());
          }
        });
    return defaults;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image.repository",
        "database.jdbcUrl",
        "database.existingSecret",
        "vault.url",
        "vault.kubernetes.role",
        "identity.issuer",
        "identity.jwksUrl",
        "identity.audience"
      })
  void aMissingValueIsNamed(String value) {
    assertThatThrownBy(() -> Chart.rendered(Chart.LEAST, Map.of(value, "")))
        .hasMessageContaining(value + " has to be set");
  }

  @ParameterizedTest
  @CsvSource({
    "image.tag, latest",
    "image.digest, sha256:1234",
    "replicaCount, 0",
    "database.jdbcUrl, jdbc:mysql://db.example/steward",
    "database.jdbcUrl, jdbc:postgresql://db.example/steward?password=x",
    "database.jdbcUrl, jdbc:postgresql://user:pass@db.example/steward",
    "identity.jwksUrl, http://id.example/certs",
    "instantly.baseUrl, http://instantly.example",
    "identity.roleMap.staff, owner",
    "database.password, hunter2",
    "vault.token, hvs.x",
    "networkPolicy.egress.vaultPort, 0",
    "replicas, 3"
  })
  void aValueThatCannotBeMeantIsRefused(String value, String is) {
    assertThatThrownBy(() -> Chart.rendered(Chart.LEAST, Map.of(value, is)))
        .hasMessageContaining("schema");
  }

  @ParameterizedTest
  @FieldSource("BOTH")
  void whatItSetsIsEnoughForStewardToStart(Path values) {
    Map<String, String> environment = new HashMap<>();
    Chart.rendered(values)
        .container()
        .path("env")
        .forEach(variable ->
            environment.put(
                variable.path("name").asText(), variable.path("value").asText("from a secret")));

    Readiness readiness =
        Readiness.of(
            property -> Optional.ofNullable(environment.get(Settings.environment(property))));

    assertThat(readiness.obstacles()).isEmpty();
    assertThat(readiness.warned()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("BOTH")
  void aPodMayNothingItDoesNotNeed(Path values) {
    Chart chart = Chart.rendered(values);
    JsonNode pod = chart.pod();

    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/runAsUser").asInt()).isGreaterThan(0);
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(chart.one("ServiceAccount").path("automountServiceAccountToken").asBoolean(true))
        .isFalse();
    JsonNode container = chart.container().path("securityContext");
    assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    assertThat(pod.path("volumes").findValuesAsText("hostPath")).isEmpty();
    assertThat(chart.container().at("/resources/limits/memory").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("BOTH")
  void secretsAreOnlyNamed(Path values) {
    Chart chart = Chart.rendered(values);

    assertThat(chart.all("Secret")).isEmpty();
    for (String name : List.of("QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD")) {
      JsonNode variable = chart.variable(name);
      assertThat(variable.has("value")).isFalse();
      assertThat(variable.at("/valueFrom/secretKeyRef/name").asText())
          .isEqualTo("steward-database");
    }
  }

  @Test
  void withAnAppRoleNoTokenOfTheClusterIsMounted() {
    Chart chart = Chart.rendered(Chart.FULL);

    assertThat(
            chart
                .variable("QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID")
                .at("/valueFrom/secretKeyRef/name")
                .asText())
        .isEqualTo("steward-approle");
    assertThat(chart.variable("QUARKUS_VAULT_AUTHENTICATION_KUBERNETES_ROLE").isMissingNode())
        .isTrue();
    assertThat(chart.pod().path("volumes").findPath("serviceAccountToken").isMissingNode())
        .isTrue();
  }

  @Test
  void aCertificateAuthorityCanBeMounted() {
    Chart chart = Chart.rendered(Chart.FULL);

    assertThat(chart.pod().path("volumes").findValuesAsText("name")).contains("ca");
    assertThat(chart.container().path("volumeMounts").findValuesAsText("mountPath"))
        .contains("/etc/agency-ca");
  }

  @Test
  void vaultsKubernetesLoginGetsATokenOfItsOwn() {
    Chart chart = Chart.rendered(Chart.LEAST, Map.of("vault.kubernetes.tokenAudience", "vault"));

    JsonNode token = chart.pod().path("volumes").findPath("serviceAccountToken");
    assertThat(token.path("audience").asText()).isEqualTo("vault");
    assertThat(token.path("expirationSeconds").asInt()).isEqualTo(3600);
    String directory =
        chart.container().at("/volumeMounts/1/mountPath").asText()
            + "/"
            + token.path("path").asText();
    assertThat(
            chart
                .variable("QUARKUS_VAULT_AUTHENTICATION_KUBERNETES_JWT_TOKEN_PATH")
                .path("value")
                .asText())
        .isEqualTo(directory);
  }

  @Test
  void probesAskWhereHealthIs() throws IOException {
    Properties application = new Properties();
    try (InputStream in =
        Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
      application.load(in);
    }
    Chart chart = Chart.rendered(Chart.LEAST);
    Map<String, String> ports = new HashMap<>();
    chart
        .container()
        .path("ports")
        .forEach(
            port -> ports.put(port.path("name").asText(), port.path("containerPort").asText()));

    assertThat(ports)
        .containsEntry("http", application.getProperty("quarkus.http.port"))
        .containsEntry("management", application.getProperty("quarkus.management.port"));
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      JsonNode get = chart.container().path(probe).path("httpGet");
      assertThat(get.path("port").asText()).isEqualTo("management");
      assertThat(get.path("path").asText()).startsWith("/q/health/");
    }
  }

  @Test
  void everySettingArrivesAsTheVariableThatSetsIt() {
    Chart chart = Chart.rendered(Chart.FULL);

    assertThat(value(chart, "STEWARD_FLEET_CALLS_IN_FLIGHT")).isEqualTo("512");
    assertThat(value(chart, "STEWARD_LOAD_BODIES")).isEqualTo("134217728");
    assertThat(value(chart, "STEWARD_IDEMPOTENCY_RETENTION")).isEqualTo("PT48H");
    assertThat(value(chart, "QUARKUS_LOG_CONSOLE_JSON_ENABLED")).isEqualTo("false");
    assertThat(value(chart, "STEWARD_ROLE_MAP"))
        .isEqualTo("cn=audit\\,ou=agency=agency-auditor,ops-leads=agency-admin");
    assertThat(value(chart, "STEWARD_CORS_ORIGINS"))
        .isEqualTo("https://desk.example,https://other.example");
    assertThat(value(chart, "STEWARD_JWT_GROUPS_CLAIM")).isEqualTo("realm_access/roles");
    assertThat(value(chart, "JAVA_TOOL_OPTIONS")).isEqualTo("-XX:+UseZGC");
    assertThat(value(chart, "SOMETHING")).isEqualTo("else");
    assertThat(chart.container().path("image").asText())
        .startsWith("registry.example:5000/agency/steward@sha256:");
  }

  private static String value(Chart chart, String variable) {
    return chart.variable(variable).path("value").asText();
  }

  @Test
  void nobodyIsSelectedByTwoDeploymentsOfTheChart() {
    Chart chart = Chart.rendered(Chart.LEAST);
    JsonNode selector = chart.one("Deployment").at("/spec/selector/matchLabels");

    assertThat(selector.path("app.kubernetes.io/instance").asText()).isEqualTo("production");
    chart
        .all("Service")
        .forEach(service -> assertThat(service.at("/spec/selector")).isEqualTo(selector));
    assertThat(chart.one("NetworkPolicy").at("/spec/podSelector/matchLabels")).isEqualTo(selector);
    assertThat(chart.one("PodDisruptionBudget").at("/spec/selector/matchLabels"))
        .isEqualTo(selector);
    selector
        .properties()
        .forEach(label ->
            assertThat(
                    chart
                        .one("Deployment")
                        .at("/spec/template/metadata/labels")
                        .path(label.getKey()))
                .isEqualTo(label.getValue()));
  }

  @Test
  void theNetworkIsClosedButForWhatIsNamed() {
    JsonNode policy = Chart.rendered(Chart.FULL).one("NetworkPolicy").path("spec");

    assertThat(policy.path("policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
    assertThat(policy.at("/ingress/0/from/0/namespaceSelector/matchLabels/name").asText())
        .isEqualTo("ingress");
    assertThat(policy.at("/ingress/0/ports").toString()).isEqualTo("[{\"port\":\"http\"}]");
    assertThat(policy.at("/ingress/1/from/0/namespaceSelector/matchLabels/name").asText())
        .isEqualTo("monitoring");
    List<String> egress = new ArrayList<>();
    policy.path("egress").forEach(rule -> egress.add(rule.at("/ports/0/port").asText()));
    assertThat(egress).containsExactly("53", "6432", "8201", "8443");
    assertThat(policy.at("/egress/1/to/0/ipBlock/cidr").asText()).isEqualTo("10.1.0.0/16");
  }

  @Test
  void whatIsSwitchedOffIsNotThere() {
    Chart chart =
        Chart.rendered(
            Chart.LEAST,
            Map.of(
                "networkPolicy.enabled", false,
                "podDisruptionBudget.enabled", false,
                "serviceAccount.create", false,
                "serviceAccount.name", "existing"));

    assertThat(chart.all("NetworkPolicy")).isEmpty();
    assertThat(chart.all("PodDisruptionBudget")).isEmpty();
    assertThat(chart.all("ServiceAccount")).isEmpty();
    assertThat(chart.pod().path("serviceAccountName").asText()).isEqualTo("existing");
  }

  @Test
  void theSchemaKnowsEveryValueAndNoOther() throws IOException {
    JsonNode schema =
        new ObjectMapper().readTree(Chart.DIRECTORY.resolve("values.schema.json").toFile());
    var known = new TreeSet<String>();
    schema.path("properties").fieldNames().forEachRemaining(known::add);
    known.remove("global");
    var values = new TreeSet<String>();
    Chart.yaml(Chart.DIRECTORY.resolve("values.yaml")).fieldNames().forEachRemaining(values::add);
    var full = new TreeSet<String>();
    Chart.yaml(Chart.FULL).fieldNames().forEachRemaining(full::add);

    assertThat(values).isEqualTo(known);
    assertThat(full).as("full.yaml sets every value").isEqualTo(known);
  }
}
