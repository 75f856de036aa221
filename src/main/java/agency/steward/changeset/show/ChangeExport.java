package agency.steward.changeset.show;

import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.load.ClientStream;
import agency.steward.load.Streamed;
import agency.steward.workspace.WorkspaceId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * All rows, block by block: no transaction is open while somebody reads slowly.
 *
 * @param result only these
 * @param workspace only those in it
 */
record ChangeExport(
    ChangeStore store,
    ChangeSetId id,
    Optional<Result> result,
    Optional<WorkspaceId> workspace,
    ChangeLines format)
    implements Streamed {
  /** Rows: their text is no longer than what is written at once. */
  private static final int BLOCK = 250;

  @Override
  public void sendTo(ClientStream client) throws IOException {
    client.write(format.head());
    List<RecordedChange> block = block(0);
    while (!block.isEmpty()) {
      client.write(format.lines(block));
      block = block(block.getLast().seq());
    }
  }

  private List<RecordedChange> block(int after) {
    return store.changes(id, result, workspace, after, BLOCK);
  }
}
