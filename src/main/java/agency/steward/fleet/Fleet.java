package agency.steward.fleet;

import agency.steward.fleet.answer.Format;
import agency.steward.fleet.answer.Rows;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.load.Load;
import agency.steward.load.Scarce;
import agency.steward.workspace.Visibility;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;

/** Reads the fleet: the one thing a feature asks for with its {@link FleetRead}. */
@ApplicationScoped
public class Fleet {
  private final Load load;
  private final TargetChoice choice;
  private final Instantly instantly;
  private final Alarm alarm;
  private final ObjectMapper mapper;
  private final InstantSource clock;
  private final FleetConfig config;
  private final HttpHeaders headers;
  private final FanOut fanOut;

  @Inject
  Fleet(
      Load load,
      TargetChoice choice,
      Instantly instantly,
      Latencies latencies,
      Alarm alarm,
      ObjectMapper mapper,
      FleetConfig config,
      MeterRegistry meters,
      HttpHeaders headers) {
    this.load = load;
    this.choice = choice;
    this.instantly = instantly;
    this.alarm = alarm;
    this.mapper = mapper;
    this.clock = InstantSource.system();
    this.config = config;
    this.headers = headers;
    this.fanOut = new FanOut(config.callsInFlight(), config.totalCallsInFlight(), latencies);
    meters.gauge("steward.fleet.calls.in.flight", fanOut, FanOut::inFlight);
    meters.gauge("steward.fleet.answers.waiting", fanOut, FanOut::waiting);
  }

  /**
   * The answer in the format that was asked for. No workspace is called before the first byte is to
   * be sent. Throws {@code INVALID_PARAMETER}, {@code INVALID_SELECTOR} or {@code NOT_ACCEPTABLE};
   * sending may throw {@code COVERAGE_INCOMPLETE}.
   */
  public Response answer(FleetParameters asked, FleetRead read) {
    return answer(asked, read, choice.visible(read.right()));
  }

  /**
   * The same for what may be read in parts.
   *
   * @param visible the workspaces in which the caller may read any of it; the read itself must give
   *     out no more than allowed there
   */
  public Response answer(FleetParameters asked, FleetRead read, Visibility visible) {
    FleetQuery query = FleetQuery.of(asked, headers);
    load.take(Scarce.FLEET_READ);
    Deadline deadline = Deadline.in(query.deadline());
    Targets targets = choice.of(query, visible, read.meant());
    Rows rows = Rows.of(query.format(), read.columns(), mapper);
    var order = read.order().filter(any -> query.format() == Format.JSON);
    boolean passedOn = query.format() != Format.CSV && order.isEmpty();
    var answer =
        new FleetAnswer(
            targets,
            roll ->
                fanOut.ask(
                    targets.active(),
                    roll,
                    new FleetCall(
                        instantly, deadline, read.read(), passedOn, order, rows, roll::memory)),
            rows,
            query,
            deadline,
            alarm,
            clock.instant(),
            read,
            bounds());
    return response(answer, query.format(), read.name());
  }

  private FleetAnswer.Bounds bounds() {
    long most = load.most(Scarce.HELD);
    return new FleetAnswer.Bounds(
        instantly.gathering(() -> load.taken(Scarce.FLEET_READ)),
        load.growing(Scarce.HELD),
        config.buffer().asLongValue(),
        Math.min(most, config.heldBack().asLongValue()),
        Math.min(most, config.ordered().asLongValue()));
  }

  private static Response response(FleetAnswer answer, Format format, String name) {
    var response =
        Response.ok(answer, format.contentType()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (format == Format.CSV) {
      response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
    }
    return response.build();
  }
}
