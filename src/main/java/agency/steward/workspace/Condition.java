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

  /** The kinds of condition, in the order in which they are shown. */
  public enum Type {
    CREDENTIAL,
    SCOPES,
    PLAN,
    GROUP_LINK
  }
}
