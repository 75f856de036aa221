package agency.steward.access.grant;

import agency.steward.text.PlainText;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom a grant is for. The kind is part of it, so that a group named like an address is never that
 * person.
 *
 * @param value lower case for an e-mail; as the issuer writes it for the others
 */
public record Principal(Kind kind, String value) {
  private static final int LONGEST = 320;

  /** What of the token it is compared with. */
  public enum Kind {
    SUB,
    EMAIL,
    GROUP;

    private String prefix() {
      return name().toLowerCase(Locale.ROOT) + ":";
    }
  }

  public static Principal sub(String subject) {
    return new Principal(Kind.SUB, subject);
  }

  public static Principal email(String address) {
    return new Principal(Kind.EMAIL, address.toLowerCase(Locale.ROOT));
  }

  public static Principal group(String group) {
    return new Principal(Kind.GROUP, group);
  }

  /** Reads {@code sub:…}, {@code email:…@…} or {@code group:…}; empty for anything else. */
  public static Optional<Principal> parse(String text) {
    for (Kind kind : Kind.values()) {
      if (text.startsWith(kind.prefix())) {
        return Optional.of(text.substring(kind.prefix().length()))
            .filter(value -> acceptable(kind, value))
            .map(value -> kind == Kind.EMAIL ? email(value) : new Principal(kind, value));
      }
    }
    return Optional.empty();
  }

  private static boolean acceptable(Kind kind, String value) {
    return !value.isBlank()
        && value.equals(value.strip())
        && value.length() <= LONGEST
        && PlainText.is(value)
        && (kind != Kind.EMAIL || value.indexOf('@') > 0);
  }

  @Override
  public String toString() {
    return kind.prefix() + value;
  }
}
