package agency.steward.fleet;

import agency.steward.fleet.answer.Coverage;
import agency.steward.fleet.answer.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the parts of an answer together: many small ones into one write, and all of them held back
 * where the status cannot be sent before the last one is in.
 */
final class Parts {
  private static final int WRITE = 64 * 1024;

  private final Rows rows;
  private final ClientStream client;
  private boolean heldBack;
  private final List<byte[]> held = new ArrayList<>();
  private ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private boolean any;

  Parts(Rows rows, ClientStream client, boolean heldBack) {
    this.rows = rows;
    this.client = client;
    this.heldBack = heldBack;
    gathered.writeBytes(rows.head());
  }

  /** The rows of one workspace. */
  void add(byte[] part) throws IOException {
    if (part.length == 0) {
      return;
    }
    if (any) {
      gathered.writeBytes(rows.between());
    }
    any = true;
    gathered.writeBytes(part);
    if (gathered.size() >= WRITE) {
      flush();
    }
  }

  /** Nothing else is at hand: what is gathered goes out. */
  void flush() throws IOException {
    if (gathered.size() == 0) {
      return;
    }
    byte[] bytes = gathered.toByteArray();
    gathered.reset();
    if (heldBack) {
      held.add(bytes);
    } else {
      client.write(bytes);
    }
  }

  /** The status is certain: nothing is held back any more. */
  void release() throws IOException {
    heldBack = false;
    for (byte[] bytes : held) {
      client.write(bytes);
    }
    held.clear();
  }

  /** The answer is whole. */
  void end(Coverage coverage) throws IOException {
    gathered.writeBytes(rows.tail(coverage));
    if (gathered.size() > 0) {
      client.write(gathered.toByteArray());
    }
  }
}
