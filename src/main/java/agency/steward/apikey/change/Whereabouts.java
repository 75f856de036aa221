package agency.steward.apikey.change;

import agency.steward.apikey.shown.KeyReading;
import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.Sight;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of a key that was to be made, and of its value. */
record Whereabouts(KeyReading reading, Delivery delivery, Others others) {

  /**
   * Looks.
   *
   * @param written what Instantly said it had made, where that is known
   */
  Sight of(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    List<ObjectNode> all = reading.in(instantly);
    WorkspaceId workspace = instantly.workspace().id();
    return written
        .map(answer -> sight(placed(workspace, Keys.find(all, Keys.id(answer)), intent), intent))
        .orElseGet(() -> unanswered(workspace, all, intent, change));
  }

  private static Sight sight(Optional<ObjectNode> now, Intent intent) {
    if (now.isEmpty()) {
      return new Sight.AsBefore(now);
    }
    return Orphans.isAsAsked(now.get(), intent)
        ? new Sight.AsWanted(now)
        : new Sight.Different(now);
  }

  /** Only what lies in Vault was handed over; of several nobody can tell which one it is. */
  private Sight unanswered(
      WorkspaceId workspace, List<ObjectNode> all, Intent intent, Change change) {
    List<ObjectNode> orphans = nobodyElses(workspace, Orphans.among(all, intent, change), intent);
    Optional<ObjectNode> delivered =
        orphans.stream()
            .filter(key -> isForVault(intent) && delivery.has(workspace, Keys.id(key)))
            .findFirst();
    if (delivered.isPresent()) {
      return new Sight.AsWanted(placed(workspace, delivered, intent));
    }
    return orphans.isEmpty()
        ? new Sight.AsBefore(Optional.empty())
        : new Sight.Different(orphans.stream().findFirst().filter(one -> orphans.size() == 1));
  }

  /** One of the same name may have been made, and handed over, while nobody knew of this one. */
  private List<ObjectNode> nobodyElses(
      WorkspaceId workspace, List<ObjectNode> keys, Intent intent) {
    if (keys.isEmpty()) {
      return keys;
    }
    Set<String> theirs = others.made(workspace, intent.lock());
    return keys.stream().filter(key -> !theirs.contains(Keys.id(key))).toList();
  }

  /** With where its value lies, if it was to be delivered. */
  private Optional<ObjectNode> placed(
      WorkspaceId workspace, Optional<ObjectNode> key, Intent intent) {
    return isForVault(intent)
        ? key.map(there -> there.put(Delivery.PATH, delivery.path(workspace, Keys.id(there))))
        : key;
  }

  private static boolean isForVault(Intent intent) {
    return KeyOrder.isForVault(intent.data());
  }
}
