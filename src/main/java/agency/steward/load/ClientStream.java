package agency.steward.load;

import java.io.IOException;

/** The client at the other end of an answer. */
public interface ClientStream {

  /** Called at most once, on any thread, when the client hangs up. */
  void onGone(Runnable gone);

  /**
   * Sends, and returns once the network has taken the bytes, so that a slow reader slows the writer
   * down.
   *
   * @throws IOException if the client is gone, or takes nothing for too long
   */
  void write(byte[] bytes) throws IOException;
}
