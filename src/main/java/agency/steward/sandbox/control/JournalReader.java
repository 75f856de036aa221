package agency.steward.sandbox.control;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.journal.Journal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.regex.Pattern;

/** {@code GET /_sandbox/journal?after=}: every line there is, sent as fast as it is read. */
final class JournalReader {
  private static final int LINES_AT_ONCE = 2_000;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final Journal journal;

  JournalReader(Journal journal) {
    this.journal = journal;
  }

  void send(HttpServerRequest request) {
    String after = after(request);
    HttpServerResponse response = request.response();
    if (!NUMBER.matcher(after).matches()) {
      Answer wrong = Answer.error(400, "after must be the seq of a line, such as ?after=0");
      response
          .setStatusCode(wrong.status())
          .putHeader(HttpHeaders.CONTENT_TYPE, wrong.contentType())
          .end(Buffer.buffer(wrong.body()));
      return;
    }
    response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, "application/x-ndjson");
    send(response, Long.parseLong(after));
  }

  private static String after(HttpServerRequest request) {
    try {
      return request.getParam("after", "0");
    } catch (IllegalArgumentException undecodable) {
      return "";
    }
  }

  private void send(HttpServerResponse response, long after) {
    Journal.Part part = journal.after(after, LINES_AT_ONCE);
    if (response.closed()) {
      return;
    }
    if (part.ndjson().length == 0) {
      response.end();
    } else {
      response.write(Buffer.buffer(part.ndjson())).onSuccess(sent -> send(response, part.last()));
    }
  }
}
