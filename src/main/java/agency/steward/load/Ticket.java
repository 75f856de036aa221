package agency.steward.load;

import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What one request has taken. All of it is given back when the request ends, however it ends. */
final class Ticket {
  private static final String KEY = Ticket.class.getName();

  private final Map<Scarce, Seat> seats = new EnumMap<>(Scarce.class);
  private String who;
  private boolean over;

  private Ticket(String who) {
    this.who = who;
  }

  /** For a request that has just come in. */
  static Ticket issue(RoutingContext request, String who) {
    var ticket = new Ticket(who);
    request.put(KEY, ticket);
    request.addEndHandler(ended -> ticket.end());
    return ticket;
  }

  /** Empty for requests that are not counted. */
  static Optional<Ticket> of(RoutingContext request) {
    return Optional.ofNullable(request.get(KEY));
  }

  synchronized String who() {
    return who;
  }

  /** The caller is known now. */
  synchronized void belongsTo(String principal) {
    who = principal;
  }

  /** Replaces what it holds of the same resource. */
  synchronized void keep(Scarce what, Seat seat) {
    giveBack(what);
    if (over) {
      seat.close();
    } else {
      seats.put(what, seat);
    }
  }

  /** Beside what it holds of the same resource. */
  synchronized void add(Scarce what, Seat seat) {
    if (over) {
      seat.close();
    } else {
      seats.merge(what, seat, Seat::with);
    }
  }

  synchronized void giveBack(Scarce what) {
    Optional.ofNullable(seats.remove(what)).ifPresent(Seat::close);
  }

  private synchronized void end() {
    over = true;
    seats.values().forEach(Seat::close);
    seats.clear();
  }
}
