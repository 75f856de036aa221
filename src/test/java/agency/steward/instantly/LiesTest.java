package agency.steward.instantly;

import static agency.steward.instantly.Liar.answer;
import static agency.steward.instantly.Liar.hangUp;
import static agency.steward.instantly.Liar.ok;
import static agency.steward.instantly.Liar.raw;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.steward.instantly.Liar.Lie;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes over the wire: the same for who waits and who does not, and nothing is left. */
@Timeout(60)
class LiesTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final String PAGE = "{\"items\":[{\"id\":\"m1\"}]}";
  private static final String HEAD = "HTTP/1.1 200 OK\r\n";
  private static final String LENGTH = "Content-Length: " + PAGE.length() + "\r\n";
  private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String CHUNK = Integer.toHexString(PAGE.length()) + "\r\n" + PAGE + "\r\n";

  private static final String ROW = "m1";
  private static final String NO_JSON = "UPSTREAM_INVALID: it is not the JSON that is due";
  private static final String BREAKS_OFF = "UPSTREAM_INVALID: it breaks off";
  private static final String NO_HTTP = "UPSTREAM_INVALID: its head is no HTTP, or too large";
  private static final String TOO_LARGE = "UPSTREAM_INVALID: it is too large";
  private static final String UNREACHABLE = "UPSTREAM_UNREACHABLE";
  private static final String LATE = "UPSTREAM_TIMEOUT";

  private Liar liar;
  private Client client;
  private Both both;

  @BeforeEach
  void start() {
    liar = new Liar();
    client = new Client(VERTX, liar.port());
    both = new Both(client);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    liar.close();
  }

  @AfterAll
  static void stopVertx() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Most are over within milliseconds, and there are many. */
  private static ConditionFactory soon() {
    return await().pollInterval(Duration.ofMillis(10));
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("a good page", ok(PAGE), ROW),
        lie(
            "less than announced",
            raw(HEAD + "Content-Length: 99\r\n\r\n" + PAGE).then(hangUp()),
            BREAKS_OFF),
        lie("more than announced", raw(HEAD + LENGTH + "\r\n" + PAGE + "garbage"), ROW),
        lie("a length that cuts", raw(HEAD + "Content-Length: 9\r\n\r\n" + PAGE), NO_JSON),
        lie("two lengths", raw(HEAD + LENGTH + "Content-Length: 9\r\n\r\n" + PAGE), NO_HTTP),
        lie("a negative length", raw(HEAD + "Content-Length: -5\r\n\r\n" + PAGE), NO_HTTP),
        lie("no number for length", raw(HEAD + "Content-Length: x\r\n\r\n" + PAGE), NO_HTTP),
        lie(
            "a length beyond all",
            raw(HEAD + "Content-Length: 9" + "9".repeat(30) + "\r\n\r\n"),
            NO_HTTP),
        lie("too long a length", raw(HEAD + "Content-Length: 8388609\r\n\r\n"), TOO_LARGE),
        lie(
            "length and chunks",
            raw(HEAD + LENGTH + "Transfer-Encoding: chunked\r\n\r\n" + CHUNK),
            NO_HTTP),
        lie("chunks", raw(CHUNKED + CHUNK + "0\r\nTrailer: x\r\n\r\n"), ROW),
        lie("chunks without an end", raw(CHUNKED + CHUNK).then(hangUp()), BREAKS_OFF),
        lie("garbage for a chunk", raw(CHUNKED + CHUNK + "zz\r\n"), BREAKS_OFF),
        lie("a negative chunk", raw(CHUNKED + "-1\r\n" + PAGE), BREAKS_OFF),
        lie("an endless chunk", raw(CHUNKED + "FFFFFFFFFFFFFFFF\r\n" + PAGE), BREAKS_OFF),
        lie("up to the end of the connection", raw(HEAD + "\r\n" + PAGE).then(hangUp()), ROW),
        lie("half of that", raw(HEAD + "\r\n{\"items\":[").then(hangUp()), NO_JSON),
        lie("HTTP/1.0", raw("HTTP/1.0 200 OK\r\n\r\n" + PAGE).then(hangUp()), ROW),
        lie("a good page and the end", ok(PAGE).then(hangUp()), ROW),
        lie("another protocol", raw("SSH-2.0-OpenSSH_9.2\r\n\r\n"), NO_HTTP),
        lie("a status in words", raw("HTTP/1.1 FINE\r\n\r\n"), NO_HTTP),
        lie(
            "a huge header",
            answer("200 OK", "X: " + "x".repeat(9_000) + "\r\n", PAGE.getBytes(UTF_8)),
            NO_HTTP),
        lie(
            "the end within the head",
            raw("HTTP/1.1 200 OK\r\nContent-").then(hangUp()),
            UNREACHABLE),
        lie("the end before it", hangUp(), UNREACHABLE),
        lie("a reset before it", Liar.reset(), UNREACHABLE),
        lie("100 first", raw("HTTP/1.1 100 Continue\r\n\r\n").then(ok(PAGE)), ROW),
        lie("103 first", raw("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n").then(ok(PAGE)), ROW),
        lie("102 first", raw("HTTP/1.1 102 Processing\r\n\r\n").then(ok(PAGE)), BREAKS_OFF),
        lie("101", raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"), BREAKS_OFF),
        lie("204", raw("HTTP/1.1 204 No Content\r\n\r\n"), NO_JSON),
        lie("205", answer("205 Reset Content", "", new byte[0]), NO_JSON),
        lie("304", raw("HTTP/1.1 304 Not Modified\r\n\r\n"), "UPSTREAM_INVALID: it answered 304"),
        lie(
            "307",
            answer("307 There", "Location: /x\r\n", PAGE.getBytes(UTF_8)),
            "UPSTREAM_INVALID: it answered 307"),
        lie(
            "no status at all",
            answer("000 X", "", PAGE.getBytes(UTF_8)),
            "UPSTREAM_INVALID: it answered 0"),
        lie("999", answer("999 X", "", PAGE.getBytes(UTF_8)), "UPSTREAM_ERROR"),
        lie(
            "gzip",
            answer("200 OK", "Content-Encoding: gzip\r\n", new byte[] {0x1f, (byte) 0x8b, 8}),
            NO_JSON),
        lie("html", answer("200 OK", "Content-Type: text/html\r\n", PAGE.getBytes(UTF_8)), ROW),
        lie("nothing", ok(""), NO_JSON),
        lie("half a page and silence", raw(HEAD + LENGTH + "\r\n{\"items"), LATE),
        lie("silence", raw(""), LATE));
  }

  private static Arguments lie(String name, Lie lie, String comesTo) {
    return Arguments.of(name, lie, comesTo);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void whoWaitsAndWhoDoesNotHearTheSame(String name, Lie lie, String comesTo) {
    both.warmUp(liar);
    liar.says(lie);
    Duration patience = comesTo.equals(LATE) ? Duration.ofMillis(200) : Duration.ofSeconds(20);

    assertThat(both.waiting(patience)).isEqualTo(comesTo);
    assertThat(both.begun(patience)).isEqualTo(comesTo);
    soon().until(() -> liar.open() <= 1 && both.isAtRest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"101 Switching Protocols", "102 Processing", "110 Whatever"})
  void whatFollowsAnInterimAnswerIsNotGivenToTheNextRequest(String status) {
    String others = "{\"items\":[{\"id\":\"of the request before\"}]}";
    both.warmUp(liar);
    liar.says(raw("HTTP/1.1 " + status + "\r\n\r\n"));
    assertThat(both.waiting(Duration.ofSeconds(20))).startsWith("UPSTREAM_INVALID");

    liar.says(
        (socket, request) -> (request.nth() == 1 ? ok(PAGE) : ok(others)).to(socket, request));

    assertThat(both.waiting(Duration.ofSeconds(20))).isEqualTo(ROW);
  }

  static Stream<String> whatNobodyHasAskedFor() {
    String others = "{\"items\":[{\"id\":\"unasked\"}]}";
    String whole = HEAD + "Content-Length: " + others.length() + "\r\n\r\n" + others;
    return Stream.of(
        "x",
        HEAD,
        HEAD + "X-Unasked: ",
        whole.substring(0, whole.length() - 1),
        whole,
        whole + HEAD,
        "HTTP/1.1 100 Continue\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("whatNobodyHasAskedFor")
  void aConnectionOnWhichSomethingComesThatNobodyHasAskedForEnds(String unasked)
      throws IOException {
    both.warmUp(liar);
    liar.says(ok(PAGE));

    liar.pushes(unasked);

    soon().until(() -> liar.open() == 0);
    assertThat(both.waiting(Duration.ofSeconds(20))).isEqualTo(ROW);
  }

  @ParameterizedTest
  @MethodSource("whatNobodyHasAskedFor")
  void aConnectionOnWhichMoreComesThanAnAnswerEnds(String unasked) {
    both.warmUp(liar);
    liar.says(raw(HEAD + LENGTH + "\r\n" + PAGE + unasked));

    assertThat(both.waiting(Duration.ofSeconds(20))).isEqualTo(ROW);
    soon().until(() -> liar.open() == 0);

    liar.says(ok(PAGE));
    assertThat(both.waiting(Duration.ofSeconds(20))).isEqualTo(ROW);
  }

  @Test
  void aWriteWhoseAnswerCannotBeReadMayHaveHappened() {
    Workspace workspace = client.own("iw-w", Client.KEY);
    both.warmUp(liar);
    for (Lie lie :
        List.of(raw("no HTTP\r\n\r\n"), raw("HTTP/1.1 102 Processing\r\n\r\n"), hangUp())) {
      liar.says((socket, request) ->
          (request.head().contains("PATCH /") ? lie : ok("{\"id\":\"iw-w\"}")).to(socket, request));

      var failed = new ArrayList<InstantlyException>();
      try {
        client.in(workspace).patch("/workspace-members/m1", JsonNodeFactory.instance.objectNode());
      } catch (InstantlyException failure) {
        failed.add(failure);
      }

      assertThat(failed).singleElement().matches(InstantlyException::mayHaveHappened);
    }
  }

  @Test
  void aThousandCallsThatFailLeaveNothingBehind() {
    List<Lie> lies = lies().map(each -> (Lie) each.get()[1]).toList();
    both.warmUp(liar);
    var nth = new AtomicInteger();
    liar.says((socket, request) ->
        lies.get(Math.floorMod(nth.getAndIncrement(), lies.size())).to(socket, request));

    for (int i = 0; i < 1_000; i++) {
      Duration patience = Duration.ofMillis(1 + i % 40);
      String said = i % 2 == 0 ? both.waiting(patience) : both.begun(patience);
      assertThat(said).doesNotContain("Exception");
    }

    soon().until(both::isForgotten);
    soon().until(() -> liar.open() <= 4);
    liar.says(ok(PAGE));
    for (int i = 0; i < 8; i++) {
      assertThat(both.begun(Duration.ofSeconds(20))).isEqualTo(ROW);
    }
  }
}
