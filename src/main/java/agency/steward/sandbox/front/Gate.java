package agency.steward.sandbox.front;

import agency.steward.sandbox.behaviour.Setting;
import agency.steward.sandbox.behaviour.Settings;
import agency.steward.sandbox.behaviour.Switchboard;
import agency.steward.sandbox.call.Ids;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.call.Route;
import agency.steward.sandbox.row.Link;
import agency.steward.sandbox.row.Space;
import agency.steward.sandbox.world.Place;
import agency.steward.sandbox.world.World;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;

/** Decides whether a call may be made at all, and as which workspace. */
final class Gate {
  private static final CharSequence AUTHORIZATION = HttpHeaders.createOptimized("authorization");
  private static final CharSequence AS_WORKSPACE = HttpHeaders.createOptimized("x-as-workspace");
  private static final String BEARER = "Bearer ";

  private final World world;
  private final Switchboard switchboard;
  private final Toll toll;

  Gate(World world, Switchboard switchboard, Toll toll) {
    this.world = world;
    this.switchboard = switchboard;
    this.toll = toll;
  }

  /**
   * @throws Refusal with 401, 403, 404, 429 or 402
   */
  void admit(Visit visit, Route route) {
    World.Holder holder = holder(visit);
    visit.home = holder.place();
    visit.key = holder.key();
    Place place = target(visit, holder.place());
    visit.place = place;
    visit.settings = switchboard.of(place.id(), visit.method, visit.path);
    toll.charge(visit, holder.place(), place);
    if (!route.allows(holder.key().scopes())) {
      throw new Refusal(
          visit.settings.get(Setting.SCOPE_STATUS),
          "Invalid scope. Required: %s. Found: %s"
              .formatted(route.scope(), String.join(", ", holder.key().scopes())));
    }
    if (!place.space().plan().active()) {
      throw new Refusal(402, "Workspace does not have an active paid plan");
    }
  }

  private World.Holder holder(Visit visit) {
    String authorization = visit.header(AUTHORIZATION);
    if (authorization == null) {
      throw new Refusal(401, "Missing Authorization header");
    }
    World.Holder holder =
        authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? world.holder(authorization.substring(BEARER.length()).strip())
            : null;
    if (holder == null || gone(holder.place().space(), visit.atMs)) {
      throw new Refusal(401, "Invalid authorization header");
    }
    return holder;
  }

  private static boolean gone(Space space, long now) {
    return space.removalAt() != 0 && now >= space.removalAt();
  }

  private Place target(Visit visit, Place home) {
    String named = visit.header(AS_WORKSPACE);
    if (named == null) {
      return home;
    }
    Settings settings = ofNamed(visit, home, named);
    if (settings.get(Setting.IGNORE_AS_WORKSPACE)) {
      return home;
    }
    return delegated(home, named)
        .orElseThrow(() ->
            new Refusal(
                settings.get(Setting.AS_WORKSPACE_STATUS),
                "The workspace is not an accepted member of your workspace group"));
  }

  /** What is said about the workspace named, else about the one whose key it is. */
  private Settings ofNamed(Visit visit, Place home, String named) {
    Settings general = switchboard.of(home.id(), visit.method, visit.path);
    return Ids.read(named)
        .map(id -> switchboard.of(id, visit.method, visit.path).over(general))
        .orElse(general);
  }

  private Optional<Place> delegated(Place home, String named) {
    return Ids.read(named)
        .flatMap(world::parentOf)
        .filter(link -> link.accepted() && link.admin().equals(home.id()))
        .map(Link::sub)
        .flatMap(world::find);
  }
}
