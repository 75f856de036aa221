package agency.steward.fleet.answer;

import java.nio.ByteBuffer;
import java.util.List;

/** Pieces of an answer. */
public final class Pieces {
  private Pieces() {}

  /** All of them, one behind the other, in an array of just their size. */
  public static byte[] together(List<byte[]> pieces) {
    ByteBuffer all = ByteBuffer.allocate(pieces.stream().mapToInt(piece -> piece.length).sum());
    pieces.forEach(all::put);
    return all.array();
  }
}
