package agency.steward.fleet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;

/**
 * An HTTP client. Writes go to the response itself rather than through an {@code OutputStream}:
 * only here a write can be waited for, and given up.
 */
final class HttpClientStream implements ClientStream {
  private final ServerHttpResponse response;
  private final Duration writeTimeout;

  HttpClientStream(ServerHttpResponse response, Duration writeTimeout) {
    this.response = response;
    this.writeTimeout = writeTimeout;
  }

  @Override
  public void onGone(Runnable gone) {
    response.addCloseHandler(gone);
    if (response.closed()) {
      gone.run();
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    if (!response.headWritten()) {
      response.setChunked(true);
    }
    try {
      var taken = response.write(bytes).toCompletableFuture();
      taken.get(writeTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      response.reset();
      throw new IOException("The client took nothing for " + writeTimeout, slow);
    } catch (ExecutionException failed) {
      throw new IOException("The client has gone", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(interrupted);
    }
  }
}
