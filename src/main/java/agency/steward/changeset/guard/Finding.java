package agency.steward.changeset.guard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A guard's no, as it is stored and shown.
 *
 * @param limit what would have been allowed, where the rule counts
 * @param found what it counted
 * @param seqs the rows that it counted or holds back
 * @param effects what else the change would do, where that is why
 */
public record Finding(
    String rule,
    Violation.Scope scope,
    String detail,
    boolean overridable,
    OptionalLong limit,
    OptionalLong found,
    List<Integer> seqs,
    List<ObjectNode> effects) {

  /**
   * @param rows that it holds back, where that is to be said
   */
  public static Finding of(Violation violation, List<Integer> rows) {
    return new Finding(
        violation.rule(),
        violation.scope(),
        violation.detail(),
        violation.overridable(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        rows,
        violation.effects());
  }

  public static List<Finding> ofAll(List<Violation> violations, List<Integer> rows) {
    return violations.stream().map(violation -> of(violation, rows)).toList();
  }

  /** As it lies in the database; {@code seqs} only where there are some. */
  public ObjectNode json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("rule", rule)
            .put("scope", scope.name().toLowerCase(Locale.ROOT))
            .put("detail", detail)
            .put("overridable", overridable);
    limit.ifPresent(most -> json.put("limit", most));
    found.ifPresent(counted -> json.put("found", counted));
    if (!seqs.isEmpty()) {
      seqs.forEach(json.putArray("seqs")::add);
    }
    if (!effects.isEmpty()) {
      json.putArray("effects").addAll(effects);
    }
    return json;
  }

  public static ArrayNode json(List<Finding> findings) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    findings.forEach(each -> all.add(each.json()));
    return all;
  }
}
