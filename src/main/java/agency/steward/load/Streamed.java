package agency.steward.load;

import java.io.IOException;

/** An answer of any length, made while it is read. As the entity of a response it is sent so. */
@FunctionalInterface
public interface Streamed {

  /**
   * Sends all of it; returns when it is sent. May fail with a problem as long as nothing is sent.
   *
   * @throws IOException when the client has gone, or takes nothing for too long
   */
  void sendTo(ClientStream client) throws IOException;
}
