package agency.steward.instantly;

import static agency.steward.instantly.Upstream.json;
import static agency.steward.instantly.Upstream.limited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.steward.instantly.door.Door;
import agency.steward.instantly.pace.Priority;
import agency.steward.instantly.wire.Permit;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever sends many calls may change its mind about one that waits. */
class PermitTest {
  private static final String MEMBER = "/workspace-members/m1";
  private static final ObjectNode BODY = JsonNodeFactory.instance.objectNode().put("role", "view");

  private static Vertx vertx;
  private Upstream upstream;
  private Client client;

  @BeforeAll
  static void startVertx() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stopVertx() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @BeforeEach
  void start() {
    upstream =
        new Upstream(vertx)
            .on("GET /workspaces/current", json("{\"id\":\"iw-1\",\"name\":\"Acme\"}"))
            .on("PATCH " + MEMBER, json("{\"id\":\"m1\"}"));
    client = new Client(vertx, upstream.port());
  }

  @AfterEach
  void stop() {
    client.close();
    upstream.close();
  }

  /** Says these answers in turn, the last one for ever. */
  private static class Asked implements Permit {
    private final Deque<Boolean> answers;
    private volatile boolean sent;
    private volatile long askedAt;

    Asked(Boolean... answers) {
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public synchronized boolean holds() {
      askedAt = System.nanoTime();
      return answers.size() > 1 ? answers.remove() : answers.getFirst();
    }

    @Override
    public void sent() {
      sent = true;
    }
  }

  private InstantlyWorkspace under(Permit permit) {
    var door = new Door.Registered(client.own("iw-1", Client.KEY));
    var deadline = Deadline.in(Duration.ofSeconds(10));
    return new BoundWorkspace(
        client.shared, new Visit(door, deadline, Priority.BULK, false, permit));
  }

  @Test
  void aCallThatHasBecomePointlessIsNotSent() {
    var permit = new Asked(false);

    InstantlyException failure =
        catchThrowableOfType(InstantlyException.class, () -> under(permit).patch(MEMBER, BODY));

    assertThat(failure.failure()).isInstanceOf(InstantlyFailure.RateLimited.class);
    assertThat(failure.mayHaveHappened()).isFalse();
    assertThat(permit.sent).isFalse();
    assertThat(upstream.calls()).doesNotContain("PATCH " + MEMBER);
  }

  @Test
  void itIsAskedLastThingBeforeTheCallGoesOut() {
    var permit = new Asked(true, false);

    InstantlyException failure =
        catchThrowableOfType(InstantlyException.class, () -> under(permit).patch(MEMBER, BODY));

    assertThat(failure.mayHaveHappened()).isFalse();
    assertThat(upstream.calls()).doesNotContain("PATCH " + MEMBER);
  }

  @Test
  void aPageSaysWhenItWasAskedForAndNotSinceWhenThatHadToWait() {
    upstream.on("GET /workspace-members", json("{\"items\":[]}"));
    var permit = new Asked(true);

    Leaf page = under(permit).leaves(Listing.MEMBERS, Map.of()).next();

    assertThat(page.askedAt() - permit.askedAt).isNotNegative();
    assertThat(System.nanoTime() - page.askedAt()).isNotNegative();
  }

  @Test
  void whatInstantlyRefusedGoesOutAgainOnlyIfItStillMay() {
    upstream.on("PATCH " + MEMBER, limited("0"), json("{\"id\":\"m1\"}"));
    var permit =
        new Asked(true) {
          private volatile boolean refused;

          @Override
          public synchronized boolean holds() {
            return !refused;
          }

          @Override
          public void refused() {
            refused = true;
          }
        };

    InstantlyException failure =
        catchThrowableOfType(InstantlyException.class, () -> under(permit).patch(MEMBER, BODY));

    assertThat(failure.mayHaveHappened()).isFalse();
    assertThat(upstream.calls()).containsOnlyOnce("PATCH " + MEMBER);
  }

  @Test
  void whoeverHasThePermitHearsThatTheCallHasGoneOut() {
    var permit = new Asked(true);

    under(permit).patch(MEMBER, BODY);

    assertThat(permit.sent).isTrue();
    assertThat(upstream.calls()).containsOnlyOnce("PATCH " + MEMBER);
  }
}
