package agency.steward.sandbox.api;

import agency.steward.sandbox.behaviour.KeyValues;
import agency.steward.sandbox.behaviour.Setting;
import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Paging;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.call.Scopes;
import agency.steward.sandbox.json.Json;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import agency.steward.sandbox.row.AuditEntry;
import agency.steward.sandbox.row.Key;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.world.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** {@code api-keys} (facts.md 1.3 and 4.4): only create, list and delete. */
final class Keys {
  private static final String PATH = "api-keys";
  private static final ObjectShape CREATE =
      Shape.object()
          .required("name", Texts.any())
          .required("scopes", Shape.list(Texts.of(Scopes.KNOWN), 0));

  private Keys() {}

  static void add(Routes routes) {
    routes
        .post(PATH, "api_keys:create", Keys::create)
        .get(PATH, "api_keys:read", Keys::list)
        .delete(PATH + "/{id}", "api_keys:delete", Keys::delete);
  }

  private static Answer create(Call call) {
    JsonNode body = call.body(CREATE);
    List<String> scopes = Json.texts(body.get("scopes"));
    var key =
        new Key(NewId.next(), body.get("name").textValue(), scopes, NewId.secret(), call.now());
    return call.write(draft -> {
      draft.put(Table.KEYS, key);
      draft.put(Table.AUDIT, Audit.entry(call, AuditEntry.KEY_CREATED, null));
      return show(call, key, KeyValues.FULL);
    });
  }

  private static Answer list(Call call) {
    KeyValues values = call.setting(Setting.KEY_VALUES);
    return Paging.page(
        call,
        call.rows(Table.KEYS),
        key -> true,
        (out, key) -> key.write(out, call.workspace(), values.show(key.secret())));
  }

  private static Answer delete(Call call) {
    return call.write(draft -> {
      Key key = call.row(draft, Table.KEYS);
      draft.remove(Table.KEYS, key);
      draft.put(Table.AUDIT, Audit.entry(call, AuditEntry.KEY_DELETED, null));
      return show(call, key, call.setting(Setting.KEY_VALUES));
    });
  }

  private static Answer show(Call call, Key key, KeyValues values) {
    var out = new JsonOut();
    key.write(out, call.workspace(), values.show(key.secret()));
    return Answer.ok(out);
  }
}
