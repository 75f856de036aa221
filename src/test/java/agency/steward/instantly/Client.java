package agency.steward.instantly;

import agency.steward.credential.ApiKey;
import agency.steward.credential.Custody;
import agency.steward.credential.Deliveries;
import agency.steward.instantly.door.DelegatedCharge;
import agency.steward.instantly.door.Door;
import agency.steward.instantly.door.Keyring;
import agency.steward.instantly.pace.Limits;
import agency.steward.instantly.pace.Pacing;
import agency.steward.instantly.pace.Priority;
import agency.steward.instantly.pace.SystemTicker;
import agency.steward.instantly.send.RetryRules;
import agency.steward.instantly.send.Sender;
import agency.steward.instantly.wire.Wire;
import agency.steward.instantly.wire.WireSettings;
import agency.steward.workspace.Condition;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The client with everything real but the registry and custody. */
final class Client implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final String KEY = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXM9";
  static final String ADMIN_KEY =
      "YWRtaW4tYWRtaW4tYWRtaW4tYWRtaW4tYWRtaW4tYWRtaW4tYWRtaW4tYWRtaW4tYWRtaQ==";

  final Map<WorkspaceId, Workspace> registry = new ConcurrentHashMap<>();
  final Map<WorkspaceId, String> keys = new ConcurrentHashMap<>();
  final Map<WorkspaceId, String> cachedKeys = new ConcurrentHashMap<>();
  final List<String> observed = new ArrayList<>();
  final AtomicLong elapsed = new AtomicLong();
  final Wire wire;
  final Shared shared;
  final Pacing pacing;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SystemTicker ticker = new SystemTicker();

  Client(Vertx vertx, int port) {
    this(vertx, port, Duration.ofSeconds(20));
  }

  Client(Vertx vertx, int port, Duration readTimeout) {
    wire = new Wire(vertx, settings(port, 4), meters);
    var limits =
        new Limits(100, 6000, Duration.ofMillis(10), Duration.ofSeconds(4), Duration.ofSeconds(30));
    var rules =
        new RetryRules(2, Duration.ofMillis(20), Duration.ofMillis(50), 0.1, 10, readTimeout);
    pacing = new Pacing(limits, ticker);
    var sender = new Sender(wire, pacing, rules, Clock.systemUTC(), () -> 0.5);
    shared =
        new Shared(
            sender,
            new Keyring(
                this::custody,
                id -> Optional.ofNullable(registry.get(id)),
                id -> Optional.ofNullable(registry.get(id)),
                DelegatedCharge.BOTH),
            new Findings(this::observe, Clock.systemUTC()),
            new Proofs(Duration.ofSeconds(60), () -> System.nanoTime() + elapsed.get()),
            50);
  }

  static WireSettings settings(int port, int callsInFlight) {
    return new WireSettings(
        URI.create("http://127.0.0.1:" + port),
        "steward/test",
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        callsInFlight,
        4,
        4,
        8 * 1024 * 1024,
        64 * 1024 * 1024);
  }

  private synchronized void observe(WorkspaceId id, Condition condition) {
    observed.add(
        "%s %s %s %s"
            .formatted(
                registry.get(id).instantlyId(),
                condition.type(),
                condition.code(),
                condition.missing()));
  }

  Workspace own(String instantlyId, String key) {
    return add(instantlyId, key, new Credential.OwnKey(Optional.empty(), "sha256:0", 1, NOON));
  }

  Workspace delegated(String instantlyId, Workspace admin) {
    return add(instantlyId, "", new Credential.Delegated(admin.id(), NOON));
  }

  private Workspace add(String instantlyId, String key, Credential credential) {
    var id = new WorkspaceId(UUID.randomUUID());
    keys.put(id, key);
    Workspace workspace = workspace(id, instantlyId, WorkspaceState.ACTIVE, List.of(), credential);
    registry.put(id, workspace);
    return workspace;
  }

  static Workspace workspace(
      WorkspaceId id,
      String instantlyId,
      WorkspaceState state,
      List<Condition> conditions,
      Credential credential) {
    return new Workspace(
        id,
        "Client " + instantlyId,
        "Client " + instantlyId,
        new InstantlyWorkspaceId(instantlyId),
        Optional.empty(),
        state,
        conditions,
        Map.of(),
        credential,
        Optional.empty(),
        0,
        NOON,
        NOON);
  }

  InstantlyWorkspace in(Workspace workspace) {
    return in(workspace, Duration.ofSeconds(10));
  }

  InstantlyWorkspace in(Workspace workspace, Duration deadline) {
    return bound(door(workspace), deadline, false);
  }

  Door door(Workspace workspace) {
    return new Door.Registered(workspace);
  }

  InstantlyWorkspace bound(Door door, Duration deadline, boolean probing) {
    return new BoundWorkspace(
        shared, new Visit(door, Deadline.in(deadline), Priority.INTERACTIVE, probing));
  }

  private Custody custody() {
    return new Custody() {
      @Override
      public int current(WorkspaceId workspace) {
        return 1;
      }

      @Override
      public int store(WorkspaceId workspace, ApiKey key, int expected) {
        throw new UnsupportedOperationException();
      }

      @Override
      public ApiKey read(WorkspaceId workspace, int version) {
        return new ApiKey(cachedKeys.computeIfAbsent(workspace, keys::get));
      }

      @Override
      public Optional<ApiKey> known(WorkspaceId workspace, int version) {
        return Optional.ofNullable(cachedKeys.get(workspace)).map(ApiKey::new);
      }

      @Override
      public void refresh(WorkspaceId workspace) {
        cachedKeys.remove(workspace);
      }

      @Override
      public void keepOnly(WorkspaceId workspace, int version) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void destroy(WorkspaceId workspace) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Deliveries deliveries() {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public void close() {
    wire.close();
    ticker.close();
  }
}
