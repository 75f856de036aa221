package agency.steward.credential.vault;

import agency.steward.credential.ApiKey;
import agency.steward.credential.CredentialConfig;
import agency.steward.credential.Custody;
import agency.steward.credential.CustodyProblem;
import agency.steward.credential.Deliveries;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vault.client.VaultClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Keys in Vault. What memory may answer and for how long is told by {@link KeyMemory}. */
@ApplicationScoped
@IfBuildProperty(name = "steward.credential.store", stringValue = "vault", enableIfMissing = true)
class VaultCustody implements Custody {
  private final VaultKeys keys;
  private final KeyMemory memory;
  private final Retries retries;
  private final Deliveries deliveries;
  private final OneAtATime<KeyAt, Answer<ApiKey>> reading = new OneAtATime<>();

  @Inject
  VaultCustody(Instance<VaultClient> client, CredentialConfig config, InstantSource clock) {
    this(
        client::get,
        config.vault(),
        clock,
        longest -> Thread.sleep(ThreadLocalRandom.current().nextLong(1 + longest.toMillis())));
  }

  VaultCustody(
      Supplier<VaultClient> client,
      CredentialConfig.Vault config,
      InstantSource clock,
      Retries.Pause pause) {
    var door = new VaultDoor(client, config, clock);
    this.keys = new VaultKeys(door);
    this.memory = new KeyMemory(config, clock);
    this.retries = new Retries(door::isBroken, pause);
    this.deliveries = new VaultDeliveries(door, retries, config.mount());
  }

  @Override
  public int current(WorkspaceId workspace) {
    return switch (retries.ask(() -> keys.current(workspace))) {
      case Answer.Given<Integer>(Integer version) -> version;
      case Answer.Absent<Integer>() -> 0;
      case Answer<Integer> failed -> throw failure(failed, workspace);
    };
  }

  @Override
  public int store(WorkspaceId workspace, ApiKey key, int expected) {
    return switch (keys.write(workspace, key, expected)) {
      case Answer.Given<Integer>(Integer version) -> {
        memory.confirm(new KeyAt(workspace, version), key);
        yield version;
      }
      case Answer<Integer> failed -> throw failure(failed, workspace);
    };
  }

  @Override
  public ApiKey read(WorkspaceId workspace, int version) {
    var at = new KeyAt(workspace, version);
    return memory.fresh(at).orElseGet(() -> confirmed(at));
  }

  @Override
  public Optional<ApiKey> known(WorkspaceId workspace, int version) {
    return memory.fresh(new KeyAt(workspace, version));
  }

  private ApiKey confirmed(KeyAt at) {
    Optional<ApiKey> known = memory.whileVaultIsAway(at);
    Answer<ApiKey> answer = known.isPresent() ? confirm(at) : retries.ask(() -> confirm(at));
    return switch (answer) {
      case Answer.Given<ApiKey>(ApiKey key) -> key;
      case Answer.Absent<ApiKey>() -> throw CustodyProblem.missing(at.workspace(), at.version());
      case Answer.Away<ApiKey> away -> known.orElseThrow(() -> failure(away, at.workspace()));
      case Answer<ApiKey> failed -> throw failure(failed, at.workspace());
    };
  }

  /** Asks Vault, and lets memory know what it says. */
  private Answer<ApiKey> confirm(KeyAt at) {
    return reading.ask(
        at,
        () -> {
          Answer<ApiKey> answer = keys.read(at);
          switch (answer) {
            case Answer.Given<ApiKey>(ApiKey key) -> memory.confirm(at, key);
            case Answer.Absent<ApiKey>() -> memory.forget(at);
            default -> {}
          }
          return answer;
        });
  }

  @Override
  public void refresh(WorkspaceId workspace) {
    memory.makeDue(workspace);
  }

  @Override
  public void keepOnly(WorkspaceId workspace, int version) {
    switch (keys.keepOnly(workspace, version)) {
      case Answer.Given<WorkspaceId> given -> memory.forgetOthers(new KeyAt(workspace, version));
      case Answer.Absent<WorkspaceId> absent -> {}
      case Answer<WorkspaceId> failed -> throw failure(failed, workspace);
    }
  }

  @Override
  public void destroy(WorkspaceId workspace) {
    switch (keys.destroy(workspace)) {
      case Answer.Given<WorkspaceId> given -> memory.forget(workspace);
      case Answer.Absent<WorkspaceId> absent -> memory.forget(workspace);
      case Answer<WorkspaceId> failed -> throw failure(failed, workspace);
    }
  }

  @Override
  public Deliveries deliveries() {
    return deliveries;
  }

  /**
   * Confirms the keys that somebody points to before their time is over, so that an outage finds
   * all of them in memory, and forgets the others. Ends early where Vault does not answer.
   *
   * @return those that Vault does not have
   */
  Set<KeyAt> keep(Set<KeyAt> wanted) {
    memory.keepOnly(wanted);
    var missing = new HashSet<KeyAt>();
    for (KeyAt at : wanted) {
      if (memory.isHalfOver(at)) {
        switch (confirm(at)) {
          case Answer.Given<ApiKey> given -> {}
          case Answer.Absent<ApiKey> absent -> missing.add(at);
          default -> {
            return missing;
          }
        }
      }
    }
    return missing;
  }

  private static RuntimeException failure(Answer<?> failed, WorkspaceId workspace) {
    return switch (failed) {
      case Answer.Away<?>(String detail) -> CustodyProblem.unavailable(detail);
      case Answer.Refused<?>(String detail) -> CustodyProblem.unavailable(detail);
      case Answer.Outdated<?>() -> CustodyProblem.busy(workspace);
      case Answer.Absent<?>() ->
          CustodyProblem.unavailable("Vault has no place for the key of " + workspace + ".");
      case Answer.Given<?> given -> new IllegalArgumentException("not a failure");
    };
  }
}
