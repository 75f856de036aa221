package agency.steward.load;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An HTTP client. Writes go to the response itself rather than through an {@code OutputStream}:
 * only here a write can be waited for, and given up.
 */
final class HttpClientStream implements ClientStream {
  /** What a reader must take within their time not to be cut off. */
  private static final int SLICE = 64 * 1024;

  private final RoutingContext http;
  private final Duration patience;
  private final Runnable onCutOff;

  /**
   * @param onCutOff told when the client was disconnected because it takes nothing
   */
  HttpClientStream(RoutingContext http, Duration patience, Runnable onCutOff) {
    this.http = http;
    this.patience = patience;
    this.onCutOff = onCutOff;
  }

  @Override
  public void onGone(Runnable gone) {
    http.addEndHandler(ended -> {
      if (ended.failed()) {
        gone.run();
      }
    });
    if (http.response().closed()) {
      gone.run();
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    if (!http.response().headWritten()) {
      http.response().setChunked(true);
    }
    for (Future<Void> slice : slices(bytes)) {
      await(slice);
    }
  }

  /** All of them at once: whoever takes one finds the next one there. */
  private List<Future<Void>> slices(byte[] bytes) {
    Buffer whole = Buffer.buffer(Unpooled.wrappedBuffer(bytes)); // the same bytes, not a copy
    var written = new ArrayList<Future<Void>>(1);
    for (int from = 0; from < bytes.length; from += SLICE) {
      int to = Math.min(bytes.length, from + SLICE);
      written.add(http.response().write(whole.slice(from, to)));
    }
    return written;
  }

  private void await(Future<Void> written) throws IOException {
    try {
      written
          .toCompletionStage()
          .toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      onCutOff.run();
      http.response().reset();
      throw new IOException("The client took nothing for " + patience, slow);
    } catch (ExecutionException failed) {
      throw new IOException("The client has gone", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(interrupted);
    }
  }
}
