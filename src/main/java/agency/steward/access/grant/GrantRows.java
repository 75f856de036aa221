package agency.steward.access.grant;

import agency.steward.workspace.Selector;
import agency.steward.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Between the table and the value. */
final class GrantRows {
  private GrantRows() {}

  static Grant read(GrantRow row) {
    return new Grant(
        new GrantId(row.id),
        Principal.parse(row.principal).orElseThrow(),
        row.profile,
        reach(row),
        narrowing(row),
        Optional.ofNullable(row.expiresAt),
        row.createdBy,
        row.createdAt);
  }

  static EndedGrant ended(GrantRow row) {
    Grant grant = read(row);
    Optional<Instant> revoked = Optional.ofNullable(row.revokedAt);
    Instant at =
        Stream.concat(revoked.stream(), grant.expiresAt().stream())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return new EndedGrant(
        grant,
        at,
        revoked.filter(at::equals).isPresent()
            ? Optional.ofNullable(row.revokedBy)
            : Optional.empty());
  }

  static GrantRow write(Grant grant) {
    var row = new GrantRow();
    row.id = grant.id().value();
    row.principal = grant.principal().toString();
    row.profile = grant.profile();
    switch (grant.reach()) {
      case Reach.Named named ->
          row.workspaceIds =
              named.workspaces().stream().sorted().map(WorkspaceId::value).toArray(UUID[]::new);
      case Reach.Selected selected -> row.selector = selected.selector().toString();
    }
    row.tags =
        switch (grant.narrowing()) {
          case Narrowing.Everything whole -> null;
          case Narrowing.Tagged tagged -> tagged.labels().stream().sorted().toArray(String[]::new);
        };
    row.expiresAt = grant.expiresAt().orElse(null);
    row.createdBy = grant.createdBy();
    row.createdAt = grant.createdAt();
    return row;
  }

  private static Narrowing narrowing(GrantRow row) {
    return row.tags == null
        ? new Narrowing.Everything()
        : new Narrowing.Tagged(Set.copyOf(Arrays.asList(row.tags)));
  }

  private static Reach reach(GrantRow row) {
    if (row.workspaceIds != null) {
      return new Reach.Named(
          Arrays.stream(row.workspaceIds)
              .map(WorkspaceId::new)
              .collect(Collectors.toUnmodifiableSet()));
    }
    return new Reach.Selected(Selector.parse(String.valueOf(row.selector)));
  }
}
