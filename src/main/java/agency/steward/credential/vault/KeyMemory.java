package agency.steward.credential.vault;

import agency.steward.credential.ApiKey;
import agency.steward.credential.CredentialConfig;
import agency.steward.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that Vault has confirmed, and when. Up to {@code ttl} after that a key is used without
 * asking; up to {@code outage} after that it is used where Vault was asked and is away.
 */
final class KeyMemory {
  private final Duration ttl;
  private final Duration outage;
  private final InstantSource clock;
  private final Map<KeyAt, Known> known = new ConcurrentHashMap<>();

  /**
   * @param due to be confirmed before it is used, as far as Vault can be asked
   */
  private record Known(ApiKey key, Instant confirmedAt, boolean due) {}

  KeyMemory(CredentialConfig.Vault config, InstantSource clock) {
    this.ttl = config.ttl();
    this.outage = config.outage();
    this.clock = clock;
  }

  Optional<ApiKey> fresh(KeyAt at) {
    return atMost(at, ttl).filter(entry -> !entry.due()).map(Known::key);
  }

  Optional<ApiKey> whileVaultIsAway(KeyAt at) {
    return atMost(at, outage).map(Known::key);
  }

  boolean isHalfOver(KeyAt at) {
    return atMost(at, ttl.dividedBy(2)).filter(entry -> !entry.due()).isEmpty();
  }

  void confirm(KeyAt at, ApiKey key) {
    known.put(at, new Known(key, clock.instant(), false));
  }

  void makeDue(WorkspaceId workspace) {
    known.replaceAll((at, entry) ->
        at.workspace().equals(workspace)
            ? new Known(entry.key(), entry.confirmedAt(), true)
            : entry);
  }

  void forget(KeyAt at) {
    known.remove(at);
  }

  /** Forgets the other versions of a workspace. */
  void forgetOthers(KeyAt kept) {
    known
        .keySet()
        .removeIf(at -> at.workspace().equals(kept.workspace()) && at.version() != kept.version());
  }

  void forget(WorkspaceId workspace) {
    known.keySet().removeIf(at -> at.workspace().equals(workspace));
  }

  /** Forgets what nobody points to any more, unless it is so new that somebody is about to. */
  void keepOnly(Set<KeyAt> wanted) {
    known.keySet().removeIf(at -> !wanted.contains(at) && isHalfOver(at));
  }

  private Optional<Known> atMost(KeyAt at, Duration age) {
    Instant earliest = clock.instant().minus(age);
    return Optional.ofNullable(known.get(at))
        .filter(entry -> !entry.confirmedAt().isBefore(earliest));
  }
}
