package agency.steward.access;

import agency.steward.access.grant.Grant;
import agency.steward.access.grant.Narrowing;
import agency.steward.access.grant.Reach;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import java.util.List;
import java.util.function.Function;

/**
 * Where somebody may read something, grants narrowed to tags included, and how much of it. Decided
 * when it was asked for; holds nothing of the request, so that any thread may use it.
 *
 * @param visibility every workspace in which there is anything for them
 * @param in how much of one of these; throws {@code IllegalArgumentException} for any other
 */
public record Narrowed(Visibility visibility, Function<Workspace, Narrowing> in) {

  private record Part(Visibility where, Narrowing narrowing) {}

  static Narrowed everywhere() {
    return new Narrowed(new Visibility.Everything(), workspace -> new Narrowing.Everything());
  }

  static Narrowed of(List<Grant> grants) {
    List<Part> parts =
        grants.stream()
            .map(grant -> new Part(Reach.union(List.of(grant.reach())), grant.narrowing()))
            .toList();
    return new Narrowed(
        Reach.union(grants.stream().map(Grant::reach).toList()),
        workspace -> within(parts, workspace));
  }

  private static Narrowing within(List<Part> parts, Workspace workspace) {
    List<Narrowing> held =
        parts.stream()
            .filter(part -> part.where().includes(workspace))
            .map(Part::narrowing)
            .toList();
    if (held.isEmpty()) {
      throw new IllegalArgumentException("not a workspace in which anything is held");
    }
    return Narrowing.union(held);
  }
}
