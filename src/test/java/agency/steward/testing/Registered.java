package agency.steward.testing;

import agency.steward.credential.ApiKey;
import agency.steward.credential.Custody;
import agency.steward.ids.Ids;
import agency.steward.workspace.Condition;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.NewWorkspace;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceRegistry;
import agency.steward.workspace.Workspaces;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Registers workspaces of the sandbox without going through HTTP: custody and registry are the real
 * ones, only the proof of the key is taken as given. Inject it into a {@code @QuarkusTest}.
 */
@ApplicationScoped
public class Registered {
  private final WorkspaceRegistry registry;
  private final Instance<Custody> custody;
  private final Workspaces workspaces;
  private final Clock clock;

  Registered(
      WorkspaceRegistry registry, Instance<Custody> custody, Workspaces workspaces, Clock clock) {
    this.registry = registry;
    this.workspaces = workspaces;
    this.custody = custody;
    this.clock = clock;
  }

  /** With its own key. */
  public Workspace workspace(String instantlyId, String apiKey) {
    return workspace(instantlyId, apiKey, Map.of());
  }

  public Workspace workspace(String instantlyId, String apiKey, Map<String, String> labels) {
    var id = new WorkspaceId(Ids.next());
    var key = new ApiKey(apiKey);
    int version = custody.get().store(id, key, 0);
    return add(
        id,
        instantlyId,
        labels,
        new Credential.OwnKey(Optional.empty(), key.fingerprint(), version, clock.instant()));
  }

  /** Without any key in custody: for tests that never call Instantly. */
  public Workspace onPaper(String instantlyId, Map<String, String> labels) {
    return add(
        new WorkspaceId(Ids.next()),
        instantlyId,
        labels,
        new Credential.OwnKey(Optional.empty(), "sha256:000000000000", 1, clock.instant()));
  }

  /** A sub workspace, reached through its group's admin workspace. */
  public Workspace delegated(String instantlyId, Workspace admin) {
    return add(
        new WorkspaceId(Ids.next()),
        instantlyId,
        Map.of(),
        new Credential.Delegated(admin.id(), clock.instant()));
  }

  /** As it stands now. */
  public Optional<Workspace> now(Workspace workspace) {
    return workspaces.findNow(workspace.id());
  }

  /** From now on its key is this one, whatever workspace that leads to. */
  public void keyExchanged(Workspace of, String apiKey) {
    var key = new ApiKey(apiKey);
    int version = custody.get().store(of.id(), key, custody.get().current(of.id()));
    Instant now = clock.instant();
    var present = new Credential.OwnKey(Optional.empty(), key.fingerprint(), version, now);
    QuarkusTransaction.requiringNew()
        .run(() ->
            registry.exchange(of.id(), of.credential(), present, conditions(present, now), now));
  }

  private Workspace add(
      WorkspaceId id, String instantlyId, Map<String, String> labels, Credential credential) {
    Instant now = clock.instant();
    var workspace =
        new NewWorkspace(
            id,
            new InstantlyWorkspaceId(instantlyId),
            "Client " + instantlyId,
            "Client " + instantlyId,
            Optional.empty(),
            labels,
            credential,
            conditions(credential, now),
            now);
    return QuarkusTransaction.requiringNew().call(() -> registry.add(workspace));
  }

  private static List<Condition> conditions(Credential credential, Instant now) {
    return Stream.of(Condition.Type.values())
        .filter(
            type -> type != Condition.Type.GROUP_LINK || credential instanceof Credential.Delegated)
        .map(type -> Condition.ok(type, now))
        .toList();
  }
}
