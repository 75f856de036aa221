package agency.steward.changeset.planning;

import agency.steward.changeset.Step;
import agency.steward.changeset.plan.Change;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** JSON of a row as it is stored, written while other targets are still being read. */
record RowText(
    Optional<String> before, Optional<String> after, String intent, Optional<String> wish) {

  static RowText of(Optional<Step> step, Change change) {
    return new RowText(
        change.before().map(JsonNode::toString),
        change.after().map(JsonNode::toString),
        step.map(made -> made.intent().data().toString()).orElse("{}"),
        step.map(made -> made.wish().toString()));
  }
}
