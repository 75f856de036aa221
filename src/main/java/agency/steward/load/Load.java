package agency.steward.load;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

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

  /** How many are taken now, by anybody. */
  public long taken(Scarce what) {
    return spaces.of(what).used();
  }
}
