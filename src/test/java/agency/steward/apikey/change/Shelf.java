package agency.steward.apikey.change;

import agency.steward.credential.ApiKey;
import agency.steward.credential.Custody;
import agency.steward.credential.CustodyProblem;
import agency.steward.credential.Deliveries;
import agency.steward.credential.KeyPlace;
import agency.steward.workspace.WorkspaceId;
import java.util.HashMap;
import java.util.Map;

/** A custody that takes deliveries, or is away. */
final class Shelf implements Custody, Deliveries {
  final Map<String, ApiKey> delivered = new HashMap<>();
  boolean isAway;

  private void answer() {
    if (isAway) {
      throw CustodyProblem.unavailable("Vault is away, says the test.");
    }
  }

  @Override
  public Deliveries deliveries() {
    return this;
  }

  @Override
  public void deliver(KeyPlace place, ApiKey key) {
    answer();
    delivered.put(place.keyId(), key);
  }

  @Override
  public boolean has(KeyPlace place) {
    answer();
    return delivered.containsKey(place.keyId());
  }

  @Override
  public String path(KeyPlace place) {
    return "shelf/" + place;
  }

  @Override
  public int current(WorkspaceId workspace) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int store(WorkspaceId workspace, ApiKey key, int expected) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ApiKey read(WorkspaceId workspace, int version) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void refresh(WorkspaceId workspace) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void keepOnly(WorkspaceId workspace, int version) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void destroy(WorkspaceId workspace) {
    throw new UnsupportedOperationException();
  }
}
