package agency.steward.sandbox.front;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.journal.Journal;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Sends what is to be sent, and writes every request into the journal. */
final class Delivery {
  private static final int NO_ANSWER = 0;

  private final Journal journal;

  Delivery(Journal journal) {
    this.journal = journal;
  }

  void send(Visit visit, Answer answer) {
    journal.add(visit.line(answer.status()));
    HttpServerResponse response = visit.request.response();
    if (response.closed()) {
      return;
    }
    if (answer.status() != 200) {
      response.setStatusCode(answer.status());
    }
    if (visit.retryAfter != null) {
      response.putHeader(HttpHeaders.RETRY_AFTER, visit.retryAfter);
    }
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
        .end(Buffer.buffer(Unpooled.wrappedBuffer(answer.body())));
  }

  /** Leaves the client waiting for ever. */
  void hang(Visit visit) {
    journal.add(visit.line(NO_ANSWER));
  }

  /** Closes the connection without an answer. */
  void drop(Visit visit) {
    journal.add(visit.line(NO_ANSWER));
    visit.request.connection().close();
  }
}
