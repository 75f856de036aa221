package agency.steward.load;

import java.io.IOException;

/** The client at the other end of an answer. */
public interface ClientStream {

  /** Called at most once, on any thread, when the client hangs up. */
  void onGone(Runnable gone);

  /**
   * Sends, and returns when the network has taken it: this is the back-pressure.
   *
   * @throws IOException when the client has gone, or takes nothing for too long
   */
  void write(byte[] bytes) throws IOException;
}
