package agency.steward.workspace;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Steward's own id of a workspace: a UUIDv7. */
public record WorkspaceId(UUID value) implements Comparable<WorkspaceId> {
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Reads only the canonical lower-case form; whatever else is asked for does not exist. */
  public static Optional<WorkspaceId> parse(String text) {
    return CANONICAL.matcher(text).matches()
        ? Optional.of(new WorkspaceId(UUID.fromString(text)))
        : Optional.empty();
  }

  @Override
  public int compareTo(WorkspaceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
