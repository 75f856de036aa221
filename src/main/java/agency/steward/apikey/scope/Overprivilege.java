package agency.steward.apikey.scope;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a key may do more than a key should, and what would do instead.
 *
 * @param reasons none for a key that is as it should be
 * @param narrower what is left of its scopes without those that escalate, {@code all:…} spelled
 *     out: everything else that it may do today, it still may
 */
public record Overprivilege(Set<Reason> reasons, List<String> narrower) {

  /**
   * @param scopes as Instantly names them; those it will invent pass
   * @param groupAdmin whether the key is one of a group's admin workspace
   */
  public static Overprivilege of(Collection<String> scopes, boolean groupAdmin) {
    var reasons = EnumSet.noneOf(Reason.class);
    scopes.stream()
        .map(Scope::of)
        .flatMap(scope -> Reason.of(scope).stream())
        .forEach(reasons::add);
    if (groupAdmin) {
      reasons.add(Reason.GROUP_ADMIN_REACH);
    }
    return new Overprivilege(
        reasons,
        scopes.stream()
            .map(Scope::of)
            .flatMap(Overprivilege::narrowed)
            .map(Scope::toString)
            .distinct()
            .toList());
  }

  public boolean isThere() {
    return !reasons.isEmpty();
  }

  /** Whether fewer scopes would help; they do not against the reach of a group's admin. */
  public boolean isOfScopes() {
    return reasons.stream().anyMatch(reason -> reason != Reason.GROUP_ADMIN_REACH);
  }

  public List<String> wire() {
    return reasons.stream().map(Reason::wire).toList();
  }

  private static Stream<Scope> narrowed(Scope scope) {
    if (Reason.of(scope).isEmpty()) {
      return Stream.of(scope);
    }
    if (scope.isOfEverything()) {
      return Catalogue.resources().stream()
          .filter(resource -> Catalogue.actions(resource).contains(scope.action()))
          .flatMap(resource -> narrowed(new Scope(resource, scope.action())));
    }
    return scope.isEveryAction()
        ? Catalogue.actions(scope.resource()).stream()
            .map(action -> new Scope(scope.resource(), action))
            .filter(one -> Reason.of(one).isEmpty())
        : Stream.empty();
  }
}
