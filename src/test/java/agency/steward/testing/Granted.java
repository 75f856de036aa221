package agency.steward.testing;

import agency.steward.access.grant.Grant;
import agency.steward.access.grant.GrantId;
import agency.steward.access.grant.Grants;
import agency.steward.access.grant.Narrowing;
import agency.steward.access.grant.Principal;
import agency.steward.access.grant.Reach;
import agency.steward.ids.Ids;
import agency.steward.workspace.Selector;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Grants profiles without going through HTTP. Inject it into a {@code @QuarkusTest}. */
@ApplicationScoped
public class Granted {
  private final Grants grants;
  private final Clock clock;

  Granted(Grants grants, Clock clock) {
    this.grants = grants;
    this.clock = clock;
  }

  /** In these workspaces. */
  public Grant in(String principal, String profile, Workspace... workspaces) {
    return add(principal, profile, named(workspaces), Optional.empty());
  }

  /** Where these labels are. */
  public Grant where(String principal, String profile, String selector) {
    return add(principal, profile, new Reach.Selected(Selector.parse(selector)), Optional.empty());
  }

  /** In these workspaces, but it ended a second ago. */
  public Grant expired(String principal, String profile, Workspace... workspaces) {
    return add(
        principal,
        profile,
        named(workspaces),
        Optional.of(clock.instant().minus(Duration.ofSeconds(1))));
  }

  private static Reach named(Workspace... workspaces) {
    return new Reach.Named(
        Stream.of(workspaces).map(Workspace::id).collect(Collectors.<WorkspaceId>toSet()));
  }

  /** In this workspace, but only what carries one of these tags. */
  public Grant tagged(String principal, String profile, Workspace workspace, String... tags) {
    return add(
        principal, profile, named(workspace), new Narrowing.Tagged(Set.of(tags)), Optional.empty());
  }

  private Grant add(String principal, String profile, Reach reach, Optional<Instant> expiresAt) {
    return add(principal, profile, reach, new Narrowing.Everything(), expiresAt);
  }

  private Grant add(
      String principal,
      String profile,
      Reach reach,
      Narrowing narrowing,
      Optional<Instant> expiresAt) {
    var grant =
        new Grant(
            new GrantId(Ids.next()),
            Principal.parse(principal).orElseThrow(),
            profile,
            reach,
            narrowing,
            expiresAt,
            "sub:the-test",
            clock.instant());
    QuarkusTransaction.requiringNew().run(() -> grants.add(grant));
    return grant;
  }
}
