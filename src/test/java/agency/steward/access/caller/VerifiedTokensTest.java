package agency.steward.access.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.testing.HandClock;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
  private final HandClock clock = new HandClock();
  private final List<String> verified = new ArrayList<>();
  private final VerifiedTokens tokens = new VerifiedTokens(clock, () -> clock.millis() * 1_000_000);

  @Test
  void aTokenThatComesAgainIsVerifiedOnce() throws ParseException {
    var first = ask("ann", Duration.ofHours(1));

    assertThat(ask("ann", Duration.ofHours(1))).isSameAs(first);
    assertThat(verified).containsExactly("ann");
  }

  @Test
  void nobodyGetsAnothersToken() throws ParseException {
    assertThat(ask("ann", Duration.ofHours(1))).isNotSameAs(ask("bea", Duration.ofHours(1)));
    assertThat(verified).containsExactly("ann", "bea");
  }

  @Test
  void afterAMinuteItIsVerifiedAgain() throws ParseException {
    ask("ann", Duration.ofHours(1));
    clock.pass(VerifiedTokens.REMEMBERED.minusMillis(1));
    ask("ann", Duration.ofHours(1));
    assertThat(verified).hasSize(1);

    clock.pass(Duration.ofMillis(1));
    ask("ann", Duration.ofHours(1));

    assertThat(verified).hasSize(2);
  }

  @Test
  void itIsNotRememberedPastItsEnd() throws ParseException {
    ask("ann", Duration.ofSeconds(5));
    clock.pass(Duration.ofSeconds(5));

    ask("ann", Duration.ZERO);

    assertThat(verified).hasSize(2);
  }

  @Test
  void whatWasRefusedIsVerifiedEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> tokens.of("forged", this::refuse))
          .isInstanceOf(ParseException.class);
    }
    assertThat(verified).hasSize(2);
  }

  private JsonWebToken refuse(String token) throws ParseException {
    verified.add(token);
    throw new ParseException("forged");
  }

  private JsonWebToken ask(String token, Duration left) throws ParseException {
    return tokens.of(
        token,
        asked -> {
          verified.add(asked);
          return new Token(clock.instant().plus(left).getEpochSecond());
        });
  }

  private record Token(long getExpirationTime) implements JsonWebToken {
    @Override
    public String getName() {
      return "somebody";
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of();
    }

    @Override
    public <T> T getClaim(String name) {
      throw new UnsupportedOperationException(name);
    }
  }
}
