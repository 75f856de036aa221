package agency.steward.workspace;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

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

  /** Whether it tells nothing new to somebody who knows the other. */
  boolean isKnownFrom(Condition known) {
    return ok == known.ok && code.equals(known.code) && known.missing.containsAll(missing);
  }

  /** What is known after it: a call shows only the scope that it needed, others stay missing. */
  Condition after(Condition known) {
    if (ok || known.ok || missing.isEmpty()) {
      return this;
    }
    var all = new TreeSet<>(known.missing);
    all.addAll(missing);
    return scopesMissing(List.copyOf(all), checkedAt);
  }

  /** As it is kept: a change counts from the moment when it was seen. */
  Condition sinceNow() {
    return new Condition(type, ok, code, detail, checkedAt, checkedAt, missing);
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
