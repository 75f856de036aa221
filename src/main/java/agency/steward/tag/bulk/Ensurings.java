package agency.steward.tag.bulk;

import agency.steward.access.Right;
import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Fields;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Subjects;
import agency.steward.changeset.Wish;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.tag.change.TagKinds;
import agency.steward.tag.read.Tag;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** {@code tag_ensure}: tags of these labels are there. */
@ApplicationScoped
class Ensurings implements BulkKind {
  private final TagKinds kinds;

  Ensurings(TagKinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public String name() {
    return "tag_ensure";
  }

  @Override
  public List<String> columns() {
    return List.of(Tag.LABEL, Tag.DESCRIPTION);
  }

  @Override
  public List<String> specFields() {
    return List.of(Asking.LABELS);
  }

  @Override
  public ObjectNode row(Fields row) {
    return Asking.tag(row);
  }

  @Override
  public List<ObjectNode> spec(Fields spec) {
    var tags = new LinkedHashMap<String, ObjectNode>();
    if (!spec.has(Asking.LABELS)) {
      spec.fault(Asking.LABELS, "labels is needed: a list of {label, description}");
    }
    for (Fields each : spec.objects(Asking.LABELS, Set.copyOf(columns()))) {
      ObjectNode tag = Asking.tag(each);
      ObjectNode earlier = tags.putIfAbsent(key(tag), tag);
      if (earlier != null && !earlier.equals(tag)) {
        each.fault(Tag.LABEL, "This label is there twice, with different descriptions");
      }
    }
    return List.copyOf(tags.values());
  }

  @Override
  public String key(ObjectNode row) {
    return Tag.label(row);
  }

  @Override
  public Set<Right> rights() {
    return Set.of(Right.TAG_CREATE);
  }

  @Override
  public Present look(InstantlyWorkspace instantly, List<Wish> wishes) {
    return kinds.labels(instantly);
  }

  @Override
  public List<Step> plan(Present present, List<Wish> wishes) {
    return Subjects.once(
        wishes.stream().map(wish -> kinds.ensure(wish.asked(), present)).toList(),
        kinds::contradicted);
  }
}
