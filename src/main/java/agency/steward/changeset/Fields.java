package agency.steward.changeset;

import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The fields of a row or a spec, read one by one. Faults are collected, nothing is guessed. */
public final class Fields {
  private final ObjectNode fields;
  private final Noting faults;

  /** Takes the field at fault and what is wrong with it. */
  @FunctionalInterface
  public interface Noting {
    void fault(ProblemCode code, String field, String detail);
  }

  public Fields(ObjectNode fields, Noting faults) {
    this.fields = fields;
    this.faults = faults;
  }

  public boolean has(String field) {
    return fields.hasNonNull(field);
  }

  public void fault(String field, String detail) {
    fault(ProblemCode.VALIDATION_FAILED, field, detail);
  }

  public void fault(ProblemCode code, String field, String detail) {
    faults.fault(code, field, detail);
  }

  /** Of a JSON value of another type than the field has: not to be read, rather than refused. */
  private void wrongType(String field, String detail) {
    fault(ProblemCode.MALFORMED_REQUEST, field, detail);
  }

  /** Empty where it is not there; a fault where it is no text. */
  public Optional<String> text(String field) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      wrongType(field, field + " is a string");
      return Optional.empty();
    }
    return Optional.of(value.textValue());
  }

  /** The same, and a fault where it is not there. */
  public Optional<String> needed(String field) {
    Optional<String> text = text(field);
    if (text.isEmpty() && !has(field)) {
      fault(field, field + " is needed");
    }
    return text;
  }

  /** As {@link #list}; in CSV a list is one text with blanks or semicolons between. */
  public List<String> texts(String field) {
    JsonNode value = fields.path(field);
    return value.isTextual() && !value.textValue().isBlank()
        ? List.of(value.textValue().strip().split("[;\\s]+"))
        : list(field);
  }

  /** Empty where it is not there; a fault where it is no list of texts, or an empty one. */
  public List<String> list(String field) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!areAll(field, value, JsonNode::isTextual, "a list of strings, at least one")) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    value.forEach(each -> texts.add(each.textValue()));
    return texts;
  }

  /**
   * Empty where it is not there; a fault where it is no list of objects, or an empty one. What is
   * wrong with one of them is noted of it.
   *
   * @param known the fields that they have
   */
  public List<Fields> objects(String field, Set<String> known) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!areAll(field, value, JsonNode::isObject, "a list of objects, at least one")) {
      return List.of();
    }
    var objects = new ArrayList<Fields>();
    for (JsonNode each : value) {
      objects.add(within(field + "/" + objects.size() + "/", (ObjectNode) each, known));
    }
    return objects;
  }

  /**
   * Whether it is a list with something in it, and only what is wanted; else that is noted. What is
   * null is not there rather than of another type, as everywhere.
   */
  private boolean areAll(String field, JsonNode list, Predicate<JsonNode> wanted, String what) {
    String detail = field + " is " + what;
    if (!list.isArray()) {
      wrongType(field, detail);
      return false;
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).isNull()) {
        fault(field + "/" + i, detail);
        return false;
      }
      if (!wanted.test(list.get(i))) {
        wrongType(field + "/" + i, detail);
        return false;
      }
    }
    if (list.isEmpty()) {
      fault(field, detail);
    }
    return !list.isEmpty();
  }

  private Fields within(String place, ObjectNode object, Set<String> known) {
    return new Fields(object, (code, field, detail) -> faults.fault(code, place + field, detail))
        .only(known);
  }

  /** The same; a fault for each that is none of these. */
  public Fields only(Set<String> known) {
    fields
        .properties()
        .forEach(field -> {
          if (!known.contains(field.getKey())) {
            fault(
                ProblemCode.UNKNOWN_FIELD,
                field.getKey(),
                "This field does not exist here. Known: " + new TreeSet<>(known));
          }
        });
    return this;
  }

  /** Empty where it is not there; a fault where it is neither true nor false. */
  public Optional<Boolean> truth(String field) {
    JsonNode value = fields.path(field);
    if (value.isBoolean()) {
      return Optional.of(value.booleanValue());
    }
    String text = value.asText("").toLowerCase(Locale.ROOT);
    if (value.isTextual() && List.of("true", "false").contains(text)) {
      return Optional.of(Boolean.valueOf(text));
    }
    if (value.isTextual()) {
      fault(field, field + " is true or false");
    } else if (has(field)) {
      wrongType(field, field + " is true or false");
    }
    return Optional.empty();
  }
}
