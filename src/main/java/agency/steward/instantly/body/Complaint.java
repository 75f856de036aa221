package agency.steward.instantly.body;

import agency.steward.credential.ApiKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What Instantly says when it refuses: {@code {"statusCode","error","message"}} (facts.md 5).
 *
 * @param message fit to be shown: short, one line, without anything that looks like a key
 */
public record Complaint(String message) {
  private static final int LONGEST = 300;
  private static final String HIDDEN = "…";
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s\\p{Cs}]+");

  /** Keys are 68 characters of Base64 (facts.md 1.3); ids are shorter. */
  private static final Pattern LIKE_A_KEY = Pattern.compile("[A-Za-z0-9+/_=-]{40,}");

  private static final Pattern REQUIRED = Pattern.compile("(?i)required:(.*?)(found:|$)");
  private static final Pattern SCOPE = Pattern.compile("[\\w-]+:[a-z]+");

  /** None where the body is not such a complaint. */
  public static Optional<Complaint> read(byte[] body, ApiKey key) {
    return Json.object(body)
        .flatMap(Complaint::text)
        .map(text -> new Complaint(presentable(text, key)));
  }

  private static Optional<String> text(ObjectNode body) {
    return Optional.of(body.path("message").asText(""))
        .filter(text -> !text.isBlank())
        .or(() -> Optional.of(body.path("error").asText("")))
        .filter(text -> !text.isBlank());
  }

  private static String presentable(String text, ApiKey key) {
    String hidden = text.replace(key.reveal(), HIDDEN);
    String line = UNPRINTABLE.matcher(hidden).replaceAll(" ").strip();
    String clean = LIKE_A_KEY.matcher(line).replaceAll(HIDDEN);
    return clean.length() <= LONGEST ? clean : clean.substring(0, end(clean)) + HIDDEN;
  }

  /** Not within a character. */
  private static int end(String text) {
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }

  /** Whether the key lives, but may not do this. */
  public boolean isAboutScope() {
    return message.toLowerCase(Locale.ROOT).startsWith("invalid scope");
  }

  /** Any one of these would do; empty where Instantly does not say. */
  public List<String> requiredScopes() {
    return REQUIRED
        .matcher(message)
        .results()
        .map(required -> required.group(1))
        .flatMap(list -> SCOPE.matcher(list).results().map(MatchResult::group))
        .distinct()
        .toList();
  }
}
