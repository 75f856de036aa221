package agency.steward.load;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.LongConsumer;

/** What the current request takes of the replica beside its place among the requests. */
@ApplicationScoped
public class Load {
  private final RoutingContext http;
  private final Spaces spaces;

  Load(RoutingContext http, Spaces spaces) {
    this.http = http;
    this.spaces = spaces;
  }

  /**
   * Takes one until the request ends. Throws {@code RATE_LIMITED} where the caller has their share,
   * {@code OVERLOADED} where nothing is left.
   */
  public void take(Scarce what) {
    Ticket.of(http).ifPresent(ticket -> spaces.take(ticket, what, 1));
  }

  /** The same for what goes on for long: it no longer counts as a request. */
  public void takeInstead(Scarce what) {
    take(what);
    Ticket.of(http).ifPresent(ticket -> ticket.giveBack(Scarce.REQUEST));
  }

  /**
   * What takes more and more until the current request ends, on any thread. Throws as {@link #take}
   * does.
   */
  public LongConsumer growing(Scarce what) {
    Optional<Ticket> current = Ticket.of(http);
    return places -> current.ifPresent(ticket -> spaces.takeMore(ticket, what, places));
  }

  /** As much of it as one caller alone may have. */
  public long most(Scarce what) {
    return spaces.of(what).places() / 2;
  }

  /** How many are taken now, by anybody. */
  public long taken(Scarce what) {
    return spaces.of(what).used();
  }
}
