package agency.steward.apikey.bulk;

import agency.steward.access.Right;
import agency.steward.apikey.change.KeyKinds;
import agency.steward.apikey.shown.KeyReading;
import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Fields;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Wish;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.text.PlainText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code key_revoke}: keys stop working, for good. */
@ApplicationScoped
class Revocations implements BulkKind {
  private static final String NAMES = "names";
  private static final String KEY_IDS = "key_ids";

  /** Of names that Instantly has; it says of none how long it may be. */
  private static final int LONGEST_NAME = 1_000;

  private final KeyKinds kinds;
  private final KeyReading reading;

  Revocations(KeyKinds kinds, KeyReading reading) {
    this.kinds = kinds;
    this.reading = reading;
  }

  @Override
  public String name() {
    return "key_revoke";
  }

  @Override
  public List<String> columns() {
    return List.of(KeyKinds.KEY_ID, Keys.NAME);
  }

  @Override
  public List<String> specFields() {
    return List.of(NAMES, KEY_IDS);
  }

  @Override
  public ObjectNode row(Fields row) {
    if (row.has(KeyKinds.KEY_ID) == row.has(Keys.NAME)) {
      row.fault(KeyKinds.KEY_ID, "Say either key_id or name");
    }
    Optional<String> id = row.text(KeyKinds.KEY_ID);
    id.ifPresent(text -> checkId(row, KeyKinds.KEY_ID, text));
    Optional<String> name = row.text(Keys.NAME);
    name.ifPresent(text -> checkName(row, Keys.NAME, text));
    return id.map(text -> wish(KeyKinds.KEY_ID, text))
        .orElseGet(() -> wish(Keys.NAME, name.orElse("")));
  }

  private static void checkId(Fields fields, String field, String id) {
    if (!Listing.isId(id)) {
      fields.fault(field, "This can be no id of a key");
    }
  }

  private static void checkName(Fields fields, String field, String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME || !PlainText.is(name)) {
      fields.fault(field, "This can be no name of a key");
    }
  }

  @Override
  public List<ObjectNode> spec(Fields spec) {
    if (spec.has(NAMES) == spec.has(KEY_IDS)) {
      spec.fault(NAMES, "Say either names or key_ids");
    }
    List<String> ids = spec.list(KEY_IDS);
    ids.forEach(id -> checkId(spec, KEY_IDS, id));
    List<String> names = spec.list(NAMES);
    names.forEach(name -> checkName(spec, NAMES, name));
    return Stream.concat(
            ids.stream().map(id -> wish(KeyKinds.KEY_ID, id)),
            names.stream().map(name -> wish(Keys.NAME, name)))
        .distinct()
        .toList();
  }

  private static ObjectNode wish(String field, String value) {
    return JsonNodeFactory.instance.objectNode().put(field, value);
  }

  @Override
  public String key(ObjectNode row) {
    return row.toString();
  }

  @Override
  public Set<Right> rights() {
    return Set.of(Right.API_KEY_DELETE);
  }

  @Override
  public boolean isOpenToAutomation() {
    return false;
  }

  @Override
  public Present look(InstantlyWorkspace instantly, List<Wish> wishes) {
    return Present.of(KeyKinds.LIST, reading.byThemselves(instantly));
  }

  @Override
  public List<Step> plan(Present present, List<Wish> wishes) {
    return new RevocationPlanner(kinds, present).steps(wishes);
  }
}
