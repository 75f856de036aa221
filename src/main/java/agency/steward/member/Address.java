package agency.steward.member;

import agency.steward.problem.Problem;
import java.util.regex.Pattern;

/**
 * An e-mail address as Instantly takes it: plain ASCII with a domain (facts.md 4.1, {@code format:
 * email}), which also keeps out letters that only look like others.
 */
public final class Address {
  private static final int LONGEST = 254;
  private static final Pattern PLAIN =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
              + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  private Address() {}

  /** Whether it could be one. */
  public static boolean isPlain(String email) {
    return email.length() <= LONGEST && PLAIN.matcher(email).matches();
  }

  /** The same; throws {@code VALIDATION_FAILED} naming {@code /email} for what is none. */
  static String required(String email) {
    if (!isPlain(email)) {
      throw Problem.invalid(
              "/email", "email is one plain e-mail address, such as ann@agency.example")
          .thrown();
    }
    return email;
  }
}
