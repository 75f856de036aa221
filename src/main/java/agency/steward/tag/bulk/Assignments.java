package agency.steward.tag.bulk;

import agency.steward.access.Right;
import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Fields;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Subjects;
import agency.steward.changeset.Wish;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.Problem;
import agency.steward.tag.change.TagKinds;
import agency.steward.tag.change.assignment.Aim;
import agency.steward.tag.read.Carrier;
import agency.steward.tag.read.KnownTags;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code tag_assign}: tags are put on accounts and campaigns, and taken off. */
@ApplicationScoped
class Assignments implements BulkKind {
  private static final int MOST_PAIRS = 2000;

  private final TagKinds kinds;

  Assignments(TagKinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public String name() {
    return "tag_assign";
  }

  @Override
  public List<String> columns() {
    return List.of(Aim.LABEL, Aim.TYPE, Aim.RESOURCE, Aim.ASSIGN);
  }

  @Override
  public List<String> specFields() {
    return List.of(Asking.LABELS, Aim.TYPE, Asking.RESOURCES, Aim.ASSIGN);
  }

  @Override
  public ObjectNode row(Fields row) {
    return Asking.pair(row);
  }

  /** Every one of the labels with every one of the accounts or campaigns. */
  @Override
  public List<ObjectNode> spec(Fields spec) {
    List<String> labels = Asking.labels(spec);
    Optional<Carrier> carrier = Asking.carrier(spec);
    Optional<Boolean> assign = Asking.assign(spec);
    List<String> resources = Asking.resources(spec, carrier.orElse(Carrier.ACCOUNT));
    if ((long) labels.size() * resources.size() > MOST_PAIRS) {
      spec.fault(
          Asking.RESOURCES,
          "A spec has at most %d pairs of a label and a resource".formatted(MOST_PAIRS));
    }
    if (carrier.isEmpty() || assign.isEmpty()) {
      return List.of();
    }
    return resources.stream()
        .map(resource -> new Aim(carrier.get(), resource, assign.get()))
        .flatMap(aim -> labels.stream().map(aim::wish))
        .toList();
  }

  @Override
  public String key(ObjectNode row) {
    return String.join(
        "\0",
        row.path(Aim.LABEL).asText(),
        row.path(Aim.TYPE).asText(),
        row.path(Aim.RESOURCE).asText());
  }

  /** Whoever decides what carries a tag has to see it, as in a request for one workspace. */
  @Override
  public Set<Right> rights() {
    return Set.of(Right.TAG_WRITE, Right.CAMPAIGN_READ, Right.ACCOUNT_READ);
  }

  @Override
  public Present look(InstantlyWorkspace instantly, List<Wish> wishes) {
    return kinds.carriers(instantly, wishes.stream().map(wish -> Aim.of(wish.asked())).toList());
  }

  @Override
  public List<Step> plan(Present present, List<Wish> wishes) {
    return Subjects.once(
        wishes.stream().flatMap(wish -> steps(present, wish)).toList(), kinds::contradicted);
  }

  private Stream<Step> steps(Present present, Wish wish) {
    String label = wish.asked().path(Aim.LABEL).asText();
    Aim aim = Aim.of(wish.asked());
    List<ObjectNode> tags = new KnownTags(present.objects()).labelled(label);
    if (tags.size() > 1) {
      return Stream.of(kinds.impossible(label, aim, kinds.moreTags(label)));
    }
    Optional<Aim> existing = kinds.existing(present, aim);
    if (tags.isEmpty() || existing.isEmpty()) {
      Problem why = tags.isEmpty() ? kinds.noTag(label) : kinds.noCarrier(aim);
      return wish.explicit() ? Stream.of(kinds.impossible(label, aim, why)) : Stream.empty();
    }
    return Stream.of(kinds.pair(tags.getFirst(), existing.get()));
  }
}
