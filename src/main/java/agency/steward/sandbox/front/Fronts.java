package agency.steward.sandbox.front;

import agency.steward.sandbox.behaviour.Switchboard;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.journal.Journal;
import agency.steward.sandbox.limit.Limits;
import agency.steward.sandbox.world.World;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** Puts the pieces of the front together. */
public final class Fronts {
  private Fronts() {}

  public static ApiFront api(
      Vertx vertx,
      InstantSource clock,
      Routes routes,
      World world,
      Switchboard switchboard,
      Journal journal,
      Limits limits) {
    return new ApiFront(
        vertx,
        clock,
        routes,
        new Gate(world, switchboard, new Toll(switchboard, limits)),
        new Workshop(world),
        new Delivery(journal),
        new Failing(vertx, journal));
  }
}
