package agency.steward.inspection;

import agency.steward.ledger.LedgerFilter;
import agency.steward.ledger.LedgerReader;
import agency.steward.ledger.RecordedEntry;
import agency.steward.load.ClientStream;
import agency.steward.load.Streamed;
import java.io.IOException;
import java.util.List;

/**
 * All entries the filter picks, up to the one that was the last when it began. Block by block: no
 * transaction is open while somebody reads slowly.
 */
record LedgerExport(LedgerReader ledger, LedgerFilter filter, EntryFormat format)
    implements Streamed {
  private static final int BLOCK = 500;

  @Override
  public void sendTo(ClientStream client) throws IOException {
    long last = ledger.last();
    client.write(format.head());
    List<RecordedEntry> block = ledger.between(filter, 0, last, BLOCK);
    while (!block.isEmpty()) {
      client.write(format.lines(block.stream().map(EntryJson::of).toList()));
      block = ledger.between(filter, block.getLast().seq(), last, BLOCK);
    }
  }
}
