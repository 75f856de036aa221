package agency.steward.workspace;

import java.time.Instant;
import java.util.List;

/**
 * One thing that must be right for a workspace to be usable (contract 2).
 *
 * @param code the problem code, or {@code OK}
 * @param missing scopes found missing, for {@link Type#SCOPES}
 */
public record Condition(
    Type type,
    boolean ok,
    String code,
    String detail,
    Instant since,
    Instant checkedAt,
    List<String> missing) {

  public Condition {
    missing = List.copyOf(missing);
  }

  /** What is right, from now on. */
  public static Condition ok(Type type, Instant now) {
    return new Condition(type, true, "OK", type.healthy, now, now, List.of());
  }

  /** What is wrong, from now on, with the problem code that says so. */
  public static Condition broken(Type type, String code, String detail, Instant now) {
    return new Condition(type, false, code, detail, now, now, List.of());
  }

  /** Scopes found missing. */
  public static Condition scopesMissing(List<String> missing, Instant now) {
    return new Condition(
        Type.SCOPES,
        false,
        "CREDENTIAL_SCOPE_MISSING",
        "The key lacks " + String.join(", ", missing),
        now,
        now,
        missing);
  }

  /** Whether it says the same, whenever it was seen. */
  boolean saysTheSameAs(Condition other) {
    return ok == other.ok && code.equals(other.code) && missing.equals(other.missing);
  }

  Condition at(Instant sinceThen, Instant checked) {
    return new Condition(type, ok, code, detail, sinceThen, checked, missing);
  }

  /** The kinds of condition, in the order in which they are shown. */
  public enum Type {
    CREDENTIAL("Instantly accepts the credential"),
    SCOPES("No scope was found missing"),
    PLAN("The workspace has an active paid plan"),
    GROUP_LINK("The group link is accepted");

    private final String healthy;

    Type(String healthy) {
      this.healthy = healthy;
    }
  }
}
