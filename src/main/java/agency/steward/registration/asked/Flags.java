package agency.steward.registration.asked;

import java.util.Optional;

/** Parameters that are true or false and nothing else. */
public final class Flags {
  private Flags() {}

  /** False where it is absent. */
  public static boolean read(String name, Optional<String> text) {
    return switch (text.orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Texts.invalid(name, name + " is true or false");
    };
  }
}
