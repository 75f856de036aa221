package agency.steward.apikey.bulk;

import agency.steward.access.Ceiling;
import agency.steward.access.Right;
import agency.steward.apikey.change.KeyKinds;
import agency.steward.apikey.change.KeyProfiles;
import agency.steward.apikey.change.WantedKey;
import agency.steward.apikey.scope.AskedScopes;
import agency.steward.apikey.shown.KeyReading;
import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Fields;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Wish;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code key_create}: each workspace gets a key of its own, whose value goes into custody. */
@ApplicationScoped
class Creations implements BulkKind {
  private static final String PROFILE = "profile";
  private static final List<String> FIELDS = List.of(Keys.NAME, Keys.SCOPES, PROFILE);

  private final KeyKinds kinds;
  private final KeyProfiles profiles;
  private final KeyReading reading;
  private final Ceiling ceiling;

  Creations(KeyKinds kinds, KeyProfiles profiles, KeyReading reading, Ceiling ceiling) {
    this.kinds = kinds;
    this.profiles = profiles;
    this.reading = reading;
    this.ceiling = ceiling;
  }

  @Override
  public String name() {
    return "key_create";
  }

  @Override
  public List<String> columns() {
    return FIELDS;
  }

  @Override
  public List<String> specFields() {
    return FIELDS;
  }

  /** With the scopes of the profile, as it is now: what is approved are scopes. */
  @Override
  public ObjectNode row(Fields row) {
    ObjectNode key = JsonNodeFactory.instance.objectNode();
    row.needed(Keys.NAME)
        .map(name -> WantedKey.named(name, fault -> row.fault(Keys.NAME, fault)))
        .ifPresent(name -> key.put(Keys.NAME, name));
    scopes(row).forEach(key.putArray(Keys.SCOPES)::add);
    return key;
  }

  private List<String> scopes(Fields fields) {
    if (fields.has(Keys.SCOPES) == fields.has(PROFILE)) {
      fields.fault(Keys.SCOPES, "Say either scopes (such as campaigns:read) or profile");
      return List.of();
    }
    return fields.has(PROFILE)
        ? fields.text(PROFILE).stream()
            .flatMap(name -> profiles.scopes(name, why -> fields.fault(PROFILE, why)).stream())
            .sorted()
            .toList()
        : AskedScopes.ofCell(fields.texts(Keys.SCOPES), why -> fields.fault(Keys.SCOPES, why));
  }

  @Override
  public List<ObjectNode> spec(Fields spec) {
    return List.of(row(spec));
  }

  @Override
  public String key(ObjectNode row) {
    return row.path(Keys.NAME).asText();
  }

  @Override
  public Set<Right> rights() {
    return Set.of(Right.API_KEY_CREATE);
  }

  @Override
  public void checkCeiling(Workspace workspace, ObjectNode asked) {
    ceiling.scopes(workspace, Keys.scopes(asked), Right.API_KEY_CREATE);
  }

  @Override
  public boolean isOpenToAutomation() {
    return false;
  }

  /** Custody is asked only for keys of a name that is wanted. */
  @Override
  public Present look(InstantlyWorkspace instantly, List<Wish> wishes) {
    Set<String> names = wishes.stream().map(wish -> key(wish.asked())).collect(Collectors.toSet());
    List<ObjectNode> keys = reading.byThemselves(instantly);
    keys.stream()
        .filter(each -> names.contains(key(each)))
        .forEach(each -> kinds.place(instantly.workspace().id(), each));
    return Reach.of(reading.groupAdmin(instantly)).in(Present.of(KeyKinds.LIST, keys));
  }

  @Override
  public List<Step> plan(Present present, List<Wish> wishes) {
    return new CreationPlanner(kinds, present).steps(wishes.stream().map(Wish::asked).toList());
  }
}
