package agency.steward.credential.local;

import agency.steward.credential.ApiKey;
import agency.steward.credential.Deliveries;
import agency.steward.credential.KeyPlace;
import java.nio.file.Path;

/**
 * Delivered keys as encrypted files below {@code delivered}: enough to see that a delivery works.
 * Nobody but this store could read one; that takes Vault.
 */
final class LocalDeliveries implements Deliveries {
  private final Path directory;
  private final FileWork<KeyFiles> files;

  LocalDeliveries(Path directory, FileWork<KeyFiles> files) {
    this.directory = directory;
    this.files = files;
  }

  @Override
  public void deliver(KeyPlace place, ApiKey key) {
    FileWork.attempt(
        directory,
        () -> {
          KeyFiles all = files.run();
          return all.alone(
              place.workspace(),
              () -> {
                all.deliver(place, key);
                return place;
              });
        });
  }

  @Override
  public boolean has(KeyPlace place) {
    return FileWork.attempt(directory, () -> files.run().isDelivered(place));
  }

  @Override
  public String path(KeyPlace place) {
    return FileWork.attempt(directory, () -> files.run().delivered(place).toString());
  }
}
