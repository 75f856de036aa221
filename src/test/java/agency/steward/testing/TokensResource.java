package agency.steward.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The identity provider of the tests: {@link Tokens} signs, Steward verifies against its JWKS. */
public final class TokensResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "steward.jwt.issuer", Tokens.ISSUER,
        "steward.jwt.audience", Tokens.AUDIENCE,
        "steward.jwt.jwks-url", jwksFile().toUri().toString());
  }

  @Override
  public void stop() {
    // nothing runs
  }

  private static Path jwksFile() {
    try {
      Path file = Files.createTempFile("jwks", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, TestKeys.jwks());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
