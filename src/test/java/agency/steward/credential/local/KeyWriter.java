package agency.steward.credential.local;

import agency.steward.credential.ApiKey;
import agency.steward.workspace.WorkspaceId;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A process that exchanges the key of one workspace over and over, and says each version once it is
 * stored. It ends only when it is killed.
 */
final class KeyWriter {
  private KeyWriter() {}

  static ApiKey key(int version) {
    return new ApiKey("written-" + version);
  }

  public static void main(String... args) {
    var custody = new LocalCustody(Path.of(args[0]));
    var workspace = new WorkspaceId(UUID.fromString(args[1]));
    for (int version = custody.current(workspace); ; version++) {
      System.out.println(custody.store(workspace, key(version + 1), version));
      System.out.flush();
    }
  }
}
