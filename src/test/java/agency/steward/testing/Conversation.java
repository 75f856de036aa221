package agency.steward.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** One connection, overheard message by message. Each way has a thread of its own. */
public interface Conversation {

  /** Returns when Steward has hung up; throws when nothing more is to be handed on. */
  void asking(DataInputStream steward, OutputStream other) throws IOException;

  /** Returns when the other side has hung up. */
  void answering(DataInputStream other, OutputStream steward) throws IOException;
}
