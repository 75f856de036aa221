package agency.steward.inspection;

import agency.steward.ledger.LedgerFilter;
import agency.steward.ledger.LedgerReader;
import agency.steward.ledger.RecordedEntry;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * All entries the filter picks, up to the one that was the last when it began. Block by block: no
 * transaction is open while somebody reads slowly.
 */
record LedgerExport(LedgerReader ledger, LedgerFilter filter, EntryFormat format)
    implements StreamingOutput {
  private static final int BLOCK = 500;

  @Override
  public void write(OutputStream out) throws IOException {
    long last = ledger.last();
    out.write(format.head());
    List<RecordedEntry> block = ledger.between(filter, 0, last, BLOCK);
    while (!block.isEmpty()) {
      out.write(format.lines(block.stream().map(EntryJson::of).toList()));
      block = ledger.between(filter, block.getLast().seq(), last, BLOCK);
    }
  }
}
