package agency.steward.member.change;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The roles that can be given through Instantly's API, from the least to the most. {@code owner}
 * and {@code client} cannot (facts.md 4.1).
 */
public enum Role {
  VIEW("view"),
  EDITOR("editor"),
  ADMIN("admin");

  private static final String ASSIGNABLE =
      Arrays.stream(new Role[] {ADMIN, EDITOR, VIEW})
          .map(Role::wire)
          .collect(Collectors.joining(", "));

  private final String wire;

  Role(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }

  /** Empty for a role that members can have, but nobody can give, and for words of other tools. */
  public static Optional<Role> of(String wire) {
    return Arrays.stream(values()).filter(role -> role.wire().equals(wire)).findFirst();
  }

  /**
   * Throws {@code ROLE_NOT_ASSIGNABLE}, which lists those that are.
   *
   * @param pointer where it stands in the body
   */
  public static Role assignable(String wire, String pointer) {
    return of(wire)
        .orElseThrow(() ->
            Problem.of(
                    ProblemCode.ROLE_NOT_ASSIGNABLE,
                    "This role cannot be given. Roles that can: "
                        + ASSIGNABLE
                        + ". The owner changes only by POST /v1/workspaces/{id}/owner.")
                .at(pointer, "Must be one of " + ASSIGNABLE)
                .with("assignable", java.util.List.of(ADMIN.wire(), EDITOR.wire(), VIEW.wire()))
                .thrown());
  }

  boolean isLessThan(Role other) {
    return compareTo(other) < 0;
  }
}
