package agency.steward.tag.read;

import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All tags of one workspace at one moment, so that the absence of one is proven. */
public record KnownTags(List<ObjectNode> all) {

  /** Reads the complete list. */
  public static KnownTags of(InstantlyWorkspace instantly) {
    return new KnownTags(instantly.list(Listing.TAGS, Map.of()));
  }

  public Optional<ObjectNode> byId(String id) {
    return all.stream().filter(tag -> Tag.id(tag).equals(id)).findFirst();
  }

  /** More than one where the workspace is older than Instantly's rule of one tag per label. */
  public List<ObjectNode> labelled(String label) {
    return all.stream().filter(tag -> Tag.label(tag).equals(label.strip())).toList();
  }

  /** One that differs in case at most: whether that is the same is not documented. */
  public Optional<ObjectNode> like(String label) {
    return all.stream().filter(tag -> Tag.label(tag).equalsIgnoreCase(label.strip())).findFirst();
  }

  public Set<String> idsLabelled(Collection<String> labels) {
    Set<String> wanted = labels.stream().map(String::strip).collect(Collectors.toSet());
    return ids(tag -> wanted.contains(Tag.label(tag)));
  }

  /** Those of them that exist. */
  public Set<String> idsAmong(Collection<String> ids) {
    return ids(tag -> ids.contains(Tag.id(tag)));
  }

  private Set<String> ids(Predicate<ObjectNode> wanted) {
    return all.stream().filter(wanted).map(Tag::id).collect(Collectors.toUnmodifiableSet());
  }
}
