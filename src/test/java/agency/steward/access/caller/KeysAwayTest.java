package agency.steward.access.caller;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.HandClock;
import agency.steward.testing.LogCapture;
import io.smallrye.jwt.auth.principal.ParseException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.Test;

class KeysAwayTest {
  private static final ParseException AWAY =
      new ParseException(
          "Failed to verify a token",
          new UnresolvableKeyException(
              "Failed to load a key from https://idp.example/jwks",
              new ConnectException("Connection refused")));
  private static final ParseException UNKNOWN_KEY =
      new ParseException("Failed to verify a token", new UnresolvableKeyException("no such kid"));

  private final HandClock clock = new HandClock();
  private final KeysAway keys = new KeysAway(clock);

  private List<String> said(ParseException refused) {
    try (var logs = LogCapture.everything()) {
      keys.look(refused);
      return logs.text().lines().filter(line -> line.contains(KeysAway.class.getName())).toList();
    }
  }

  @Test
  void thatTheKeysCannotBeFetchedIsSaidOnceAMinute() {
    assertThat(said(AWAY))
        .singleElement()
        .asString()
        .startsWith("WARN")
        .contains("STEWARD_JWT_JWKS_URL", "Connection refused");
    assertThat(said(AWAY)).isEmpty();

    clock.pass(Duration.ofMinutes(1));

    assertThat(said(AWAY)).hasSize(1);
  }

  @Test
  void ofATokenThatIsWrongNothingIsSaid() {
    assertThat(said(UNKNOWN_KEY)).isEmpty();
    assertThat(said(new ParseException("Token is expired"))).isEmpty();
  }
}
