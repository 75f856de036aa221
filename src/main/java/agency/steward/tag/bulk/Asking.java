package agency.steward.tag.bulk;

import agency.steward.changeset.Fields;
import agency.steward.tag.change.assignment.Aim;
import agency.steward.tag.read.Carrier;
import agency.steward.tag.read.Tag;
import agency.steward.tag.read.TagText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the kinds about tags read in the same way, in rows and in a spec. */
final class Asking {
  static final String LABELS = "labels";
  static final String RESOURCES = "resources";

  private Asking() {}

  /** A tag that is to be there. */
  static ObjectNode tag(Fields fields) {
    ObjectNode tag = JsonNodeFactory.instance.objectNode();
    fields
        .needed(Tag.LABEL)
        .flatMap(label -> label(fields, Tag.LABEL, label))
        .ifPresent(label -> tag.put(Tag.LABEL, label));
    fields
        .text(Tag.DESCRIPTION)
        .ifPresent(description -> {
          if (!TagText.isDescription(description)) {
            fields.fault(Tag.DESCRIPTION, TagText.DESCRIPTION);
          }
          tag.put(Tag.DESCRIPTION, description);
        });
    return tag;
  }

  /** Trimmed, as labels are compared. */
  private static Optional<String> label(Fields fields, String field, String label) {
    if (!TagText.isLabel(label)) {
      fields.fault(field, TagText.LABEL);
      return Optional.empty();
    }
    return Optional.of(label.strip());
  }

  /** Each once. */
  static List<String> labels(Fields spec) {
    needed(spec, LABELS);
    return spec.list(LABELS).stream()
        .flatMap(label -> label(spec, LABELS, label).stream())
        .distinct()
        .toList();
  }

  /** Each once, though it be spelt differently. */
  static List<String> resources(Fields spec, Carrier carrier) {
    needed(spec, RESOURCES);
    return spec.list(RESOURCES).stream()
        .flatMap(id -> resource(spec, RESOURCES, carrier, id))
        .distinct()
        .toList();
  }

  private static void needed(Fields spec, String field) {
    if (!spec.has(field)) {
      spec.fault(field, field + " is needed");
    }
  }

  static Optional<Carrier> carrier(Fields fields) {
    Optional<String> type = fields.needed(Aim.TYPE);
    Optional<Carrier> carrier = type.flatMap(Carrier::of);
    if (type.isPresent() && carrier.isEmpty()) {
      fields.fault(Aim.TYPE, "resource_type is account or campaign");
    }
    return carrier;
  }

  static Optional<Boolean> assign(Fields fields) {
    if (!fields.has(Aim.ASSIGN)) {
      fields.fault(Aim.ASSIGN, "assign is needed: true puts the tag on, false takes it off");
    }
    return fields.truth(Aim.ASSIGN);
  }

  /** A pair of a tag and what is to carry it; faulty parts are left out. */
  static ObjectNode pair(Fields row) {
    ObjectNode pair = JsonNodeFactory.instance.objectNode();
    row.needed(Aim.LABEL)
        .flatMap(label -> label(row, Aim.LABEL, label))
        .ifPresent(label -> pair.put(Aim.LABEL, label));
    Optional<Carrier> carrier = carrier(row);
    carrier.ifPresent(of -> pair.put(Aim.TYPE, of.wire()));
    row.needed(Aim.RESOURCE).stream()
        .flatMap(id -> carrier.stream().flatMap(of -> resource(row, Aim.RESOURCE, of, id)))
        .forEach(id -> pair.put(Aim.RESOURCE, id));
    assign(row).ifPresent(assign -> pair.put(Aim.ASSIGN, assign));
    return pair;
  }

  private static Stream<String> resource(Fields fields, String field, Carrier of, String id) {
    if (!of.canBe(id.strip())) {
      fields.fault(field, of.needed());
      return Stream.empty();
    }
    return Stream.of(of.key(id.strip()));
  }
}
