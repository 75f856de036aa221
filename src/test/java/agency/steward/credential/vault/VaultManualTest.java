package agency.steward.credential.vault;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.boot.Settings;
import agency.steward.credential.CredentialConfig;
import io.quarkus.vault.runtime.config.VaultRuntimeConfig;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/vault.md says what is so. Its policy is the one that the fake Vault enforces. */
class VaultManualTest {
  private static final Pattern VARIABLE = Pattern.compile("(QUARKUS_VAULT|STEWARD)_[A-Z_]+");
  private static final Pattern DEFAULT =
      Pattern.compile("\\| `(STEWARD_[A-Z_]+)` \\| `([^`]+)` \\|");

  private final String manual = read();

  @Test
  void everyVariableItNamesSetsSomething() {
    Set<String> known =
        Stream.of(CredentialConfig.class, VaultRuntimeConfig.class)
            .map(ConfigClass::configClass)
            .flatMap(config -> ConfigMappings.getProperties(config).keySet().stream())
            .map(Settings::environment)
            .collect(toSet());

    assertThat(VARIABLE.matcher(manual).results().map(MatchResult::group).collect(toSet()))
        .hasSizeGreaterThan(10)
        .isSubsetOf(
            Stream.concat(known.stream(), Stream.of("STEWARD_LOCAL_DATA")).collect(toSet()));
  }

  @Test
  void everyDefaultItNamesIsOne() {
    var config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(CredentialConfig.class)
            .build();

    assertThat(DEFAULT.matcher(manual).results())
        .hasSize(4)
        .allSatisfy(row -> {
          String property = row.group(1).toLowerCase(Locale.ROOT).replace('_', '.');
          assertThat(config.getOptionalValue(property, String.class))
              .isEqualTo(Optional.of(row.group(2)));
        });
  }

  private static String read() {
    try {
      return Files.readString(Path.of("docs/vault.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
