package agency.steward.sandbox.front;

import agency.steward.sandbox.behaviour.Fail;
import agency.steward.sandbox.behaviour.Garbage;
import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.journal.Journal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Sends failures, unreadable ones too. */
final class Failing {
  private static final byte[] HTML =
      "<html><head><title>Error</title></head><body><h1>Error</h1></body></html>"
          .getBytes(StandardCharsets.UTF_8);
  private static final int DRIP_MS = 100;

  private final Vertx vertx;
  private final Journal journal;

  Failing(Vertx vertx, Journal journal) {
    this.vertx = vertx;
    this.journal = journal;
  }

  void send(Visit visit, Fail fail) {
    journal.add(visit.line(fail.status()));
    HttpServerResponse response = visit.request.response();
    if (response.closed()) {
      return;
    }
    response.setStatusCode(fail.status()).putHeader(HttpHeaders.CONTENT_TYPE, Answer.JSON);
    fail.garbage()
        .ifPresentOrElse(
            garbage -> send(response, visit, fail, garbage),
            () -> headed(response, fail).end(Buffer.buffer(body(fail))));
  }

  private static byte[] body(Fail fail) {
    return fail.body()
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .orElseGet(() -> {
          String message = fail.message().orElse(Answer.reason(fail.status()));
          return Answer.error(fail.status(), message).body();
        });
  }

  private void send(HttpServerResponse response, Visit visit, Fail fail, Garbage garbage) {
    switch (garbage) {
      case EMPTY -> headed(response, fail).end();
      case HTML -> {
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
        headed(response, fail).end(Buffer.buffer(HTML));
      }
      case BROKEN -> headed(response, fail).end(half(fail));
      case OVERSIZED -> headed(response, fail).end(padding(fail.bytes()));
      case TRUNCATED -> {
        headed(response, fail)
            .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body(fail).length))
            .write(half(fail))
            .onComplete(sent -> visit.request.connection().close());
      }
      case DRIP -> drip(headed(response, fail).setChunked(true), Buffer.buffer(body(fail)), 0);
    }
  }

  private static HttpServerResponse headed(HttpServerResponse response, Fail fail) {
    fail.headers().forEach(response::putHeader);
    return response;
  }

  private static Buffer half(Fail fail) {
    byte[] whole = body(fail);
    return Buffer.buffer(Arrays.copyOf(whole, whole.length / 2));
  }

  private static Buffer padding(int bytes) {
    byte[] padded = new byte[bytes];
    Arrays.fill(padded, (byte) 'x');
    byte[] begin = "{\"items\":[],\"padding\":\"".getBytes(StandardCharsets.US_ASCII);
    byte[] end = "\"}".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(begin, 0, padded, 0, Math.min(begin.length, bytes));
    System.arraycopy(end, 0, padded, Math.max(0, bytes - end.length), Math.min(2, bytes));
    return Buffer.buffer(padded);
  }

  private void drip(HttpServerResponse response, Buffer body, int from) {
    if (response.closed()) {
      return;
    }
    if (from == body.length()) {
      response.end();
    } else {
      response.write(body.slice(from, from + 1));
      vertx.setTimer(DRIP_MS, timer -> drip(response, body, from + 1));
    }
  }
}
