package agency.steward.fleet;

import agency.steward.fleet.answer.Coverage;
import agency.steward.fleet.answer.Pieces;
import agency.steward.fleet.answer.Rows;
import agency.steward.load.ClientStream;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Puts the parts of an answer together: many small ones into one write, and all of them held back
 * where the status cannot be sent before the last one is in.
 */
final class Parts {
  /** Bytes that are written at once, since every trip to the network and back costs time. */
  static final int WRITE = 256 * 1024;

  private final Rows rows;
  private final ClientStream client;
  private final LongConsumer taken;
  private Optional<Long> heldBack;
  private final List<byte[]> held = new ArrayList<>();
  private long holds;
  private final List<byte[]> gathered = new ArrayList<>();
  private int size;
  private boolean any;

  /**
   * @param heldBack how many bytes at most are held until {@link #release}; empty for none
   * @param taken told how many more are; throws where all answers together hold too much
   */
  Parts(Rows rows, ClientStream client, Optional<Long> heldBack, LongConsumer taken) {
    this.rows = rows;
    this.client = client;
    this.heldBack = heldBack;
    this.taken = taken;
    gather(rows.head());
  }

  /** The rows of one workspace. */
  void add(byte[] part) throws IOException {
    if (part.length == 0) {
      return;
    }
    if (any) {
      gather(rows.between());
    }
    any = true;
    gather(part);
    if (size >= WRITE) {
      flush();
    }
  }

  private void gather(byte[] part) {
    gathered.add(part);
    size += part.length;
  }

  private byte[] together() {
    byte[] all = Pieces.together(gathered);
    gathered.clear();
    size = 0;
    return all;
  }

  /** Nothing else is at hand: what is gathered goes out. */
  void flush() throws IOException {
    if (size == 0) {
      return;
    }
    byte[] bytes = together();
    if (heldBack.isPresent()) {
      hold(bytes, heldBack.get());
    } else {
      client.write(bytes);
    }
  }

  private void hold(byte[] bytes, long most) {
    holds += bytes.length;
    if (holds > most) {
      throw Problem.of(
              ProblemCode.ANSWER_TOO_LARGE,
              "The answer is too large to be held back until it is complete. Ask for fewer workspaces, or"
                  + " without require_complete: its last part says whether it was.")
          .thrown();
    }
    taken.accept(bytes.length);
    held.add(bytes);
  }

  /** The status is certain: nothing is held back any more. */
  void release() throws IOException {
    heldBack = Optional.empty();
    for (byte[] bytes : held) {
      client.write(bytes);
    }
    held.clear();
  }

  /** The answer is whole. */
  void end(Coverage coverage) throws IOException {
    gather(rows.tail(coverage));
    if (size > 0) {
      client.write(together());
    }
  }
}
