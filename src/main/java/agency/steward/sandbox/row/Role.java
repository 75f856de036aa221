package agency.steward.sandbox.row;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The roles of a member (facts.md 4.1). */
public enum Role {
  OWNER,
  ADMIN,
  EDITOR,
  VIEW,
  CLIENT;

  public static final List<String> NAMES = Arrays.stream(values()).map(Role::json).toList();

  private final String json = name().toLowerCase(Locale.ROOT);

  public String json() {
    return json;
  }

  public static Role of(String json) {
    return valueOf(json.toUpperCase(Locale.ROOT));
  }

  /** Not through the API: {@code owner} and {@code client} come from the app only. */
  public boolean assignable() {
    return this != OWNER && this != CLIENT;
  }
}
