package agency.steward.sandbox.call;

import agency.steward.sandbox.behaviour.Setting;
import agency.steward.sandbox.behaviour.Settings;
import agency.steward.sandbox.json.Misfit;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.row.Key;
import agency.steward.sandbox.row.Row;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Place;
import agency.steward.sandbox.world.Rows;
import agency.steward.sandbox.world.Table;
import agency.steward.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An admitted call.
 *
 * @param place the workspace it runs as
 * @param key that it came with, of that workspace or of its admin
 * @param id the variable part of the path, empty where there is none
 * @param body null where none is due
 * @param now epoch ms
 * @param keep false when what it does must not last
 */
public record Call(
    World world,
    Place place,
    Key key,
    Settings settings,
    Query query,
    String id,
    @Nullable JsonNode body,
    @Nullable String userAgent,
    long now,
    boolean keep) {

  public UUID workspace() {
    return place.id();
  }

  public <T extends Row> Rows<T> rows(Table<T> table) {
    return place.rows(table);
  }

  /** The row that the path names. */
  public <T extends Row> T row(Table<T> table) {
    return place.find(table, pathId()).orElseThrow(Refusal::notFound);
  }

  /** The row that the path names, inside a change. */
  public <T extends Row> T row(Draft draft, Table<T> table) {
    return draft.find(table, pathId()).orElseThrow(Refusal::notFound);
  }

  public UUID pathId() {
    return Ids.read(id).orElseThrow(Refusal::notFound);
  }

  /** The body, once it has the shape it must have. */
  public JsonNode body(Shape shape) throws Misfit {
    JsonNode given = body;
    if (given == null) {
      throw new Misfit("body must be object");
    }
    shape.check("body", given);
    return given;
  }

  public <A> A write(Function<Draft, A> change) {
    return place.write(keep, change);
  }

  /** Changes what stands between workspaces. */
  public <A> A writeCommon(Function<Draft, A> change) {
    return world.common().write(keep, change);
  }

  public <T> T setting(Setting<T> setting) {
    return settings.get(setting);
  }
}
