package agency.steward.sandbox.front;

import static java.util.Objects.requireNonNullElse;

import agency.steward.sandbox.behaviour.Settings;
import agency.steward.sandbox.call.Query;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.journal.Line;
import agency.steward.sandbox.row.Key;
import agency.steward.sandbox.world.Place;
import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request on its way in, and all that is known of it so far. Stays on its event loop. */
final class Visit {
  final HttpServerRequest request;
  final String method;
  String path;
  private final long began = System.nanoTime();
  long atMs;
  @Nullable Place home;
  @Nullable Place place;
  @Nullable Key key;
  Settings settings = Settings.NONE;
  @Nullable String retryAfter;
  private boolean limited;

  Visit(HttpServerRequest request, long now) {
    this.request = request;
    this.method = request.method().name();
    this.path = requireNonNullElse(request.path(), "");
    this.atMs = now;
  }

  @Nullable String header(CharSequence name) {
    return request.getHeader(name);
  }

  Query query() {
    try {
      return new Query(request.params());
    } catch (IllegalArgumentException undecodable) {
      throw Refusal.badRequest("The query cannot be decoded");
    }
  }

  /** Journal lines of one operation share its path instead of keeping one each. */
  void routed(Routes.Found found) {
    if (found.id().isEmpty()) {
      path = found.route().path();
    }
  }

  boolean writes() {
    return !method.equals("GET");
  }

  void limit(String wait) {
    limited = true;
    retryAfter = wait.isEmpty() ? null : wait;
  }

  double elapsedMs() {
    return (System.nanoTime() - began) / 1e6;
  }

  Line line(int status) {
    UUID own = home == null ? null : home.id();
    UUID ranAs = place == null || place == home ? null : place.id();
    int micros = (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - began) / 1000);
    return new Line(
        atMs, own, ranAs, key == null ? null : key.id(), method, path, status, micros, limited);
  }
}
