package agency.steward.fleet;

import agency.steward.instantly.Gathering;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Workspaces for tests that never leave the house. */
public final class Some {
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private Some() {}

  public static Workspace workspace(int number) {
    return workspace(number, "Client " + number);
  }

  public static Workspace workspace(int number, String name) {
    return new Workspace(
        new WorkspaceId(new UUID(0x7000L, number)),
        name,
        name,
        new InstantlyWorkspaceId("iw-" + number),
        Optional.empty(),
        WorkspaceState.ACTIVE,
        List.of(),
        Map.of(),
        new Credential.OwnKey(Optional.empty(), "sha256:0", 1, NOON),
        Optional.empty(),
        0,
        NOON,
        NOON);
  }

  public static List<Workspace> workspaces(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Some::workspace).toList();
  }

  /** Room for any list. */
  static Gathering memory() {
    return new Gathering(() -> Long.MAX_VALUE);
  }

  static RollCall rollCall(List<Workspace> all, long buffer, long worthwhile) {
    return new RollCall(all, memory(), buffer, worthwhile);
  }
}
