package agency.steward.sandbox.tagging;

import agency.steward.sandbox.row.Mapping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Which tags the resources of one type carry. */
record TagIndex(Map<String, Set<UUID>> tags) {

  static TagIndex of(Stream<Mapping> mappings, int type) {
    Map<String, Set<UUID>> tags = new HashMap<>();
    mappings
        .filter(mapping -> mapping.type() == type)
        .forEach(m -> tags.computeIfAbsent(m.resource(), r -> new HashSet<>()).add(m.tagId()));
    return new TagIndex(tags);
  }

  Set<UUID> of(String resource) {
    return tags.getOrDefault(resource, Set.of());
  }

  boolean any(String resource, List<UUID> wanted) {
    return wanted.stream().anyMatch(of(resource)::contains);
  }

  boolean all(String resource, List<UUID> wanted) {
    return of(resource).containsAll(wanted);
  }
}
