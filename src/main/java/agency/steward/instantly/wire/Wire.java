package agency.steward.instantly.wire;

import agency.steward.instantly.wire.Answer.Loss;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The connections to Instantly, shared by all workspaces. */
public final class Wire implements AutoCloseable {
  private static final CharSequence AS_WORKSPACE = HttpHeaders.createOptimized("x-as-workspace");
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

  private static final int MOST_LANES = 32;

  private final List<Lane> lanes = new ArrayList<>();
  private final WireSettings settings;
  private final CharSequence userAgent;
  private final String base;
  private final Room room;
  private final Memory memory;
  private final WireMeters meters;

  public Wire(Vertx vertx, WireSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.userAgent = HttpHeaders.createOptimized(settings.userAgent());
    this.base = settings.baseUrl().getRawPath().replaceAll("/+$", "");
    this.room = new Room(settings.callsInFlight(), settings.waitingCalls());
    this.memory = new Memory(settings.bodies(), settings.maxResponse());
    this.meters = new WireMeters(meters, room, memory);
    int count = Math.clamp(4L * Runtime.getRuntime().availableProcessors(), 4, MOST_LANES);
    for (int i = 0; i < count; i++) {
      lanes.add(new Lane(vertx, EventLoops.next(vertx), settings, count));
    }
  }

  /**
   * Sends it once and waits for the answer. An interrupted thread gets {@link Loss#CANCELLED} and
   * stays interrupted.
   *
   * @param permit told that the request has gone out before this returns
   */
  public Answer exchange(Ask ask, Duration wait, Permit permit) {
    Last.letGo();
    long began = System.nanoTime();
    Answer answer = inRoom(ask, began + wait.toNanos(), permit);
    meters.took(answer, System.nanoTime() - began);
    return answer;
  }

  /**
   * Sends it once where there is room for it now, and waits for nothing.
   *
   * @param then told once what became of it, on an event loop or on the thread that gives it up;
   *     has to run what it is given as well, once it reads that or never will: until then it counts
   *     as coming in
   * @return what gives it up; nothing where there is no room, and then {@code then} hears nothing
   */
  public Optional<Runnable> begin(
      Ask ask, Duration wait, Permit permit, BiConsumer<Answer, Runnable> then) {
    if (!room.tryEnter()) {
      return Optional.empty();
    }
    long began = System.nanoTime();
    Lane lane = lane(ask);
    Flight flight = flight(lane, ask, permit);
    flight.whenLanded(answer -> {
      room.leave();
      meters.took(answer, System.nanoTime() - began);
      then.accept(answer, flight::over);
    });
    flight.endsWithin(wait);
    lane.send(request(ask), flight);
    return Optional.of(flight::cancel);
  }

  private Answer inRoom(Ask ask, long until, Permit permit) {
    try {
      if (!room.enter(until - System.nanoTime())) {
        boolean late = until - System.nanoTime() <= 0;
        return new Answer.Lost(late ? Loss.TIMED_OUT : Loss.NO_ROOM, false, 0);
      }
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return new Answer.Lost(Loss.CANCELLED, false, 0);
    }
    Lane lane = lane(ask);
    Flight flight = flight(lane, ask, permit);
    try {
      lane.send(request(ask), flight);
      return flight.await(until - System.nanoTime());
    } finally {
      Last.keep(flight::over);
      room.leave();
    }
  }

  private Flight flight(Lane lane, Ask ask, Permit permit) {
    var body = new Intake(lane.eventLoop(), memory, settings.maxResponse());
    return new Flight(lane.eventLoop(), ask.body(), body, permit);
  }

  /** The same for all calls into a workspace, so that one after the other shares a connection. */
  private Lane lane(Ask ask) {
    int workspace = 31 * ask.key().hashCode() + ask.as().hashCode();
    return lanes.get(Math.floorMod(workspace ^ workspace >>> 16, lanes.size()));
  }

  private RequestOptions request(Ask ask) {
    MultiMap headers =
        HttpHeaders.headers()
            .add(HttpHeaders.AUTHORIZATION, "Bearer " + ask.key().reveal())
            .add(HttpHeaders.USER_AGENT, userAgent)
            .add(HttpHeaders.ACCEPT, JSON);
    ask.as().ifPresent(workspace -> headers.add(AS_WORKSPACE, workspace));
    ask.body().ifPresent(_ -> headers.add(HttpHeaders.CONTENT_TYPE, JSON));
    return new RequestOptions()
        .setMethod(ask.verb().method)
        .setURI(base + ask.target().uri())
        .setHeaders(headers);
  }

  @Override
  public void close() {
    lanes.forEach(Lane::close);
  }
}
