package agency.steward.instantly.wire;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the body of a response, on its event loop, as fast as there is memory for it. Where
 * there is none it reads no further, so that the sender has to wait.
 */
final class Intake {
  private final Context eventLoop;
  private final Memory memory;
  private final Body body;

  private Memory.@Nullable Part part;
  private boolean over;

  Intake(Context eventLoop, Memory memory, int limit) {
    this.eventLoop = eventLoop;
    this.memory = memory;
    this.body = new Body(limit);
  }

  /**
   * @param oversized told where it is larger than it may be; no more of it is taken then
   */
  void take(HttpClientResponse response, Runnable oversized) {
    if (!body.expect(Head.length(response))) {
      oversized.run();
      return;
    }
    response.handler(chunk -> {
      if (body.takes(chunk.length())) {
        take(chunk, response);
      } else {
        oversized.run();
      }
    });
  }

  private void take(Buffer chunk, HttpClientResponse response) {
    int room = body.roomWith(chunk.length());
    if (room == body.room() || room <= Memory.FREE) {
      body.add(chunk);
      return;
    }
    Runnable goesOn =
        () -> {
          body.add(chunk);
          response.resume();
        };
    if (grows(room, goesOn)) {
      body.add(chunk);
    } else {
      response.pause();
    }
  }

  /** What does not wait any more is done on the event loop, and so not before this has returned. */
  private synchronized boolean grows(int room, Runnable goesOn) {
    if (over) {
      return false;
    }
    if (part == null) {
      part = memory.part();
    }
    return part.grow(room, () -> eventLoop.runOnContext(_ -> goesOn.run()));
  }

  /** All that has come. */
  byte[] whole() {
    return body.whole();
  }

  /** Its memory is for others. */
  void letGo() {
    Memory.Part held;
    synchronized (this) {
      over = true;
      held = part;
    }
    if (held != null) {
      held.end();
    }
  }
}
