package agency.steward.apikey.change;

import agency.steward.text.PlainText;
import java.util.List;
import java.util.function.Consumer;

/**
 * A key that somebody wants made.
 *
 * @param name not unique on Instantly
 * @param scopes that Instantly knows, without repetitions
 * @param toVault its value goes into custody instead of the answer
 */
public record WantedKey(String name, List<String> scopes, boolean toVault) {
  public static final int LONGEST_NAME = 100;

  /**
   * A name without blanks around it.
   *
   * @param fault takes what is wrong with it
   */
  public static String named(String name, Consumer<String> fault) {
    String plain = name.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_NAME || !PlainText.is(plain)) {
      fault.accept("name has 1 to " + LONGEST_NAME + " characters and no control characters");
    }
    return plain;
  }
}
