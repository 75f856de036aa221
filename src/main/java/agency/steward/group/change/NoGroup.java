package agency.steward.group.change;

import java.util.Optional;

/** Which two workspaces can be in no group together, whatever their links are (facts.md 1.4). */
public final class NoGroup {
  private NoGroup() {}

  /**
   * What to tell whoever wants it; empty where nothing stands against it.
   *
   * @param sub Instantly's id of the one that is to join
   * @param admin Instantly's id of the other
   * @param delegated whether that one is in a group itself
   */
  public static Optional<String> why(String sub, String admin, boolean delegated) {
    if (delegated) {
      return Optional.of(
          "This workspace is in a group itself, so it cannot have one; none is both (Instantly)");
    }
    return sub.equals(admin)
        ? Optional.of("A workspace cannot be in its own group")
        : Optional.empty();
  }
}
