package agency.steward.sandbox.front;

import agency.steward.sandbox.behaviour.Fail;
import agency.steward.sandbox.behaviour.Setting;
import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.call.Routes;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/** Everything under {@code /api/v2}. Runs on the event loop of its connection. */
public final class ApiFront implements Handler<HttpServerRequest> {
  /** What Cloudflare, in front of Instantly, says to an agent it does not like (facts.md 1.1). */
  private static final Answer EDGE_BLOCK =
      new Answer(
          403, "text/plain; charset=UTF-8", "error code: 1010".getBytes(StandardCharsets.US_ASCII));

  private static final Buffer NOTHING = Buffer.buffer();

  private final Vertx vertx;
  private final InstantSource clock;
  private final Routes routes;
  private final Gate gate;
  private final Workshop workshop;
  private final Delivery delivery;
  private final Failing failing;

  ApiFront(
      Vertx vertx,
      InstantSource clock,
      Routes routes,
      Gate gate,
      Workshop workshop,
      Delivery delivery,
      Failing failing) {
    this.vertx = vertx;
    this.clock = clock;
    this.routes = routes;
    this.gate = gate;
    this.workshop = workshop;
    this.delivery = delivery;
    this.failing = failing;
  }

  @Override
  public void handle(HttpServerRequest request) {
    var visit = new Visit(request, clock.millis());
    String agent = visit.header(HttpHeaders.USER_AGENT);
    if (agent == null || agent.isBlank()) {
      delivery.send(visit, EDGE_BLOCK);
      return;
    }
    Routes.Found found = routes.find(visit.method, visit.path);
    if (found == null) {
      String message = "Route %s:%s not found".formatted(visit.method, visit.path);
      delivery.send(visit, Answer.error(404, message));
      return;
    }
    visit.routed(found);
    try {
      gate.admit(visit, found.route());
    } catch (Refusal refusal) {
      delivery.send(visit, refusal.answer());
      return;
    }
    if (visit.settings.get(Setting.HANG).now()) {
      delivery.hang(visit);
    } else if (visit.writes()) {
      request.body().onSuccess(body -> later(visit, found, body));
    } else {
      later(visit, found, NOTHING);
    }
  }

  private void later(Visit visit, Routes.Found found, Buffer body) {
    double latency =
        visit.settings.get(Setting.LATENCY).map(l -> l.draw() - visit.elapsedMs()).orElse(0.0);
    long delay = Math.round(latency);
    if (delay < 1) {
      finish(visit, found, body);
    } else {
      vertx.setTimer(delay, timer -> finish(visit, found, body));
    }
  }

  private void finish(Visit visit, Routes.Found found, Buffer body) {
    Optional<Fail> fail = visit.settings.get(Setting.FAIL).filter(Fail::strikes);
    if (fail.isPresent() && !(visit.writes() && fail.get().afterWrite())) {
      failing.send(visit, fail.get());
      return;
    }
    Answer answer = workshop.make(visit, found, body);
    if (fail.isPresent()) {
      failing.send(visit, fail.get());
    } else if (visit.writes() && visit.settings.get(Setting.DROP_AFTER_WRITE).now()) {
      delivery.drop(visit);
    } else {
      delivery.send(visit, answer);
    }
  }
}
