package agency.steward.sandbox.control;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Ids;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.row.Link;
import agency.steward.sandbox.row.Member;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.row.Row;
import agency.steward.sandbox.row.Space;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Place;
import agency.steward.sandbox.world.Table;
import agency.steward.sandbox.world.World;
import java.time.InstantSource;
import java.util.UUID;

/** What people do in Instantly's app, and no API can (facts.md 1.4, 4.1, 4.6). */
final class AppOnly {
  private final World world;
  private final InstantSource clock;

  AppOnly(World world, InstantSource clock) {
    this.world = world;
    this.clock = clock;
  }

  Answer accept(String workspace, String member) {
    Place place = place(world, workspace);
    return place.write(draft -> {
      Member accepted = draft.put(Table.MEMBERS, row(draft, Table.MEMBERS, member).accept());
      var out = new JsonOut();
      accepted.write(out, place.id());
      return Answer.ok(out);
    });
  }

  /** A fresh token; the one before is worth nothing any more. */
  Answer sec(String workspace) {
    String sec = NewId.secret();
    place(world, workspace)
        .write(draft -> {
          Space space = draft.space();
          return draft.put(Table.SPACE, space.withSec(sec));
        });
    return Answer.ok(new JsonOut().object().text("sec", sec).endObject());
  }

  Answer acceptLink(String link) {
    return decide(link, Link.Status.ACCEPTED);
  }

  Answer rejectLink(String link) {
    return decide(link, Link.Status.REJECTED);
  }

  private Answer decide(String id, Link.Status status) {
    Link decided =
        world
            .common()
            .write(draft -> {
              Link link = row(draft, Table.LINKS, id);
              if (link.status() != Link.Status.PENDING) {
                throw new Refusal(409, "The invitation is not open any more");
              }
              return draft.put(Table.LINKS, link.is(status, clock.millis()));
            });
    var out = new JsonOut();
    decided.write(out, name(decided.admin()), name(decided.sub()));
    return Answer.ok(out);
  }

  private String name(UUID workspace) {
    return world.find(workspace).map(place -> place.space().name()).orElse("");
  }

  static Place place(World world, String workspace) {
    return Ids.read(workspace)
        .flatMap(world::find)
        .orElseThrow(() -> new Refusal(404, "No workspace " + workspace));
  }

  private static <T extends Row> T row(Draft draft, Table<T> table, String id) {
    return Ids.read(id)
        .flatMap(row -> draft.find(table, row))
        .orElseThrow(() -> new Refusal(404, "Nothing with id " + id + " among the " + table));
  }
}
