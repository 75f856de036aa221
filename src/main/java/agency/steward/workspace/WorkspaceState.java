package agency.steward.workspace;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Contract 2: {@code state} is the first that applies. */
public enum WorkspaceState {
  SUSPENDED,
  CREDENTIAL_INVALID,
  PLAN_INACTIVE,
  ACTIVE;

  /**
   * What follows from a suspension and from what was found wrong. A broken link locks us out too.
   */
  static WorkspaceState of(boolean suspended, Collection<Condition> conditions) {
    if (suspended) {
      return SUSPENDED;
    }
    if (anyBroken(conditions, Condition.Type.CREDENTIAL, Condition.Type.GROUP_LINK)) {
      return CREDENTIAL_INVALID;
    }
    return anyBroken(conditions, Condition.Type.PLAN) ? PLAN_INACTIVE : ACTIVE;
  }

  private static boolean anyBroken(Collection<Condition> conditions, Condition.Type... types) {
    return conditions.stream().anyMatch(c -> !c.ok() && List.of(types).contains(c.type()));
  }

  /** Reads what {@link #wire()} gives. */
  public static Optional<WorkspaceState> of(String wire) {
    return Arrays.stream(values()).filter(s -> s.wire().equals(wire)).findFirst();
  }

  /** As it stands in answers and filters. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
