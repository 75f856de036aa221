package agency.steward.access.caller;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** In front of the parser that verifies every token of a request. */
@Decorator
@Priority(1)
abstract class RememberingParser implements JWTParser {
  private final JWTParser parser;
  private final VerifiedTokens tokens;
  private final KeysAway keysAway;

  @Inject
  RememberingParser(@Delegate JWTParser parser, VerifiedTokens tokens, KeysAway keysAway) {
    this.parser = parser;
    this.tokens = tokens;
    this.keysAway = keysAway;
  }

  @Override
  public JsonWebToken parse(String token) throws ParseException {
    try {
      return tokens.of(token, parser::parse);
    } catch (ParseException refused) {
      keysAway.look(refused);
      throw refused;
    }
  }
}
