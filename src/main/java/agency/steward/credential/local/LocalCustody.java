package agency.steward.credential.local;

import agency.steward.credential.ApiKey;
import agency.steward.credential.CredentialConfig;
import agency.steward.credential.Custody;
import agency.steward.credential.CustodyProblem;
import agency.steward.credential.Deliveries;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys in encrypted files, one per workspace. Each change replaces the whole file in one step and
 * reaches the disk before it is answered, so a {@code kill -9} leaves the old versions or the new
 * ones, never something between.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"local", "dev", "test"})
@IfBuildProperty(name = "steward.credential.store", stringValue = "local")
class LocalCustody implements Custody {
  private final Path directory;
  private final Map<WorkspaceId, Map<Integer, ApiKey>> known = new ConcurrentHashMap<>();
  private volatile Optional<KeyFiles> opened = Optional.empty();

  @Inject
  LocalCustody(CredentialConfig config) {
    this(config.local().directory());
  }

  LocalCustody(Path directory) {
    this.directory = directory;
  }

  @Override
  public int current(WorkspaceId workspace) {
    return attempt(() -> files().read(workspace).newest());
  }

  @Override
  public int store(WorkspaceId workspace, ApiKey key, int expected) {
    return attempt(() ->
        files()
            .alone(
                workspace,
                () -> {
                  SealedVersions before = files().read(workspace);
                  if (before.newest() != expected) {
                    throw CustodyProblem.busy(workspace);
                  }
                  int version = expected + 1;
                  byte[] sealed = files().seal(place(workspace, version), key);
                  files().write(workspace, before.with(version, sealed));
                  return version;
                }));
  }

  @Override
  public ApiKey read(WorkspaceId workspace, int version) {
    return known
        .computeIfAbsent(workspace, any -> new ConcurrentHashMap<>())
        .computeIfAbsent(version, any -> open(workspace, version));
  }

  @Override
  public Optional<ApiKey> known(WorkspaceId workspace, int version) {
    return Optional.ofNullable(known.getOrDefault(workspace, Map.of()).get(version));
  }

  private ApiKey open(WorkspaceId workspace, int version) {
    return attempt(() -> {
      byte[] sealed =
          files()
              .read(workspace)
              .at(version)
              .orElseThrow(() -> CustodyProblem.missing(workspace, version));
      return files().unseal(place(workspace, version), sealed);
    });
  }

  private static String place(WorkspaceId workspace, int version) {
    return workspace + " " + version;
  }

  @Override
  public void refresh(WorkspaceId workspace) {
    known.remove(workspace);
  }

  @Override
  public void keepOnly(WorkspaceId workspace, int version) {
    attempt(() ->
        files()
            .alone(
                workspace,
                () -> {
                  SealedVersions before = files().read(workspace);
                  if (before.at(version).isPresent()) {
                    files().write(workspace, before.only(version));
                  }
                  return workspace;
                }));
    known.remove(workspace);
  }

  @Override
  public void destroy(WorkspaceId workspace) {
    attempt(() ->
        files()
            .alone(
                workspace,
                () -> {
                  files().delete(workspace);
                  return workspace;
                }));
    known.remove(workspace);
  }

  @Override
  public Deliveries deliveries() {
    return new LocalDeliveries(directory, this::files);
  }

  /** Only a custody that is used makes a directory. */
  private KeyFiles files() throws IOException {
    if (opened.isEmpty()) {
      synchronized (this) {
        if (opened.isEmpty()) {
          opened = Optional.of(KeyFiles.in(directory));
        }
      }
    }
    return opened.get();
  }

  private <T> T attempt(FileWork<T> work) {
    return FileWork.attempt(directory, work);
  }
}
