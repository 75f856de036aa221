package agency.steward.instantly.wire;

import agency.steward.instantly.wire.Answer.Loss;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way: events come on the event loop, one thread waits, or somebody is told. */
final class Flight {
  private static final Logger LOG = Logger.getLogger(Flight.class);

  private final CompletableFuture<Answer> landing = new CompletableFuture<>();
  private final Context eventLoop;
  private final Optional<Ask.Content> content;
  private final Intake body;
  private final Permit permit;

  private @Nullable HttpClientRequest request;
  private boolean sent;
  private boolean ended;
  private volatile boolean written;
  private volatile long sentAt;
  private volatile int status;

  Flight(Context eventLoop, Optional<Ask.Content> content, Intake body, Permit permit) {
    this.eventLoop = eventLoop;
    this.content = content;
    this.body = body;
    this.permit = permit;
  }

  /** Waits for what comes of it; afterwards nothing of it is left on the wire. */
  Answer await(long nanos) {
    return counted(landed(nanos));
  }

  private Answer landed(long nanos) {
    try {
      return landing.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return lost(Loss.TIMED_OUT);
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return lost(Loss.CANCELLED);
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    }
  }

  /** Tells once what comes of it, on whatever thread ends it; nothing of it is left on the wire. */
  void whenLanded(Consumer<Answer> then) {
    landing.thenAccept(answer -> then.accept(counted(answer)));
  }

  /** What may have gone out without the network saying so counts before anybody hears of it. */
  private Answer counted(Answer answer) {
    if (isSent() && !written) {
      permit.sent();
    }
    return answer;
  }

  /** Ends it after so long, where nobody waits who would. */
  void endsWithin(Duration most) {
    Vertx vertx = eventLoop.owner();
    long millis = Math.max(1, most.plusNanos(999_999).toMillis()); // not sooner: it tried again
    eventLoop.runOnContext(_ -> {
      long timer = vertx.setTimer(millis, _ -> lost(Loss.TIMED_OUT));
      landing.thenRun(() -> vertx.cancelTimer(timer));
    });
  }

  /** Whoever heard what came of it is done with that. */
  void over() {
    body.letGo();
  }

  /** Nobody wants it any more. */
  void cancel() {
    lost(Loss.CANCELLED);
  }

  void connected(AsyncResult<HttpClientRequest> connection) {
    if (connection.failed()) {
      LOG.debugf("No connection to Instantly: %s", connection.cause());
      lost(Loss.UNREACHABLE);
    } else if (!permit.holds()) {
      giveUp(connection.result());
      lost(Loss.TOO_LATE);
    } else if (takesOff(connection.result())) {
      send(connection.result());
    } else {
      giveUp(connection.result());
    }
  }

  /** Nobody wants to hear that it was reset. */
  private static void giveUp(HttpClientRequest unsent) {
    unsent.exceptionHandler(_ -> {});
    unsent.reset();
  }

  /** From here on it may arrive, unless whoever waited has given up. */
  private synchronized boolean takesOff(HttpClientRequest connected) {
    request = connected;
    sentAt = System.nanoTime();
    sent = !ended;
    return sent;
  }

  private synchronized boolean isSent() {
    return sent;
  }

  /** What counts is when the network has taken it, which a busy event loop may delay. */
  private void send(HttpClientRequest connected) {
    connected.exceptionHandler(cause -> lost(Head.whyNone(cause)));
    connected.response().onComplete(this::answered);
    Future<Void> end =
        content.isPresent() ? connected.end(Buffer.buffer(content.get().bytes())) : connected.end();
    end.onComplete(_ -> written());
  }

  private void written() {
    written = true;
    permit.sent();
  }

  private void answered(AsyncResult<HttpClientResponse> head) {
    if (head.failed()) {
      lost(Head.whyNone(head.cause()));
      return;
    }
    HttpClientResponse response = head.result();
    status = response.statusCode();
    response.exceptionHandler(_ -> lost(Loss.TRUNCATED));
    if (Head.isInterim(response)) {
      lost(Loss.TRUNCATED);
    } else {
      response.endHandler(_ -> eventLoop.runOnContext(_ -> land(response)));
      body.take(response, () -> lost(Loss.OVERSIZED));
    }
  }

  /** A moment after the end: the connection has gone back, and the next call can have it. */
  private void land(HttpClientResponse response) {
    var retryAfter = Optional.ofNullable(response.getHeader(HttpHeaders.RETRY_AFTER));
    if (ends()) {
      landing.complete(new Answer.Reply(status, retryAfter, body.whole(), sentAt));
    }
  }

  /** Whether it is this that ends it, and nothing before. */
  private synchronized boolean ends() {
    boolean first = !ended;
    ended = true;
    return first;
  }

  /** Ends it without an answer, unless there is one already. */
  private Answer lost(Loss why) {
    HttpClientRequest pending;
    Answer answer;
    boolean first;
    synchronized (this) {
      first = ends();
      answer = new Answer.Lost(why, sent, status);
      pending = request;
    }
    if (!first) {
      return landing.join();
    }
    landing.complete(answer); // first: a reset comes back here
    body.letGo();
    if (pending != null) {
      pending.reset();
    }
    return answer;
  }
}
