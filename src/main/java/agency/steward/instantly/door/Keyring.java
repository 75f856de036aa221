package agency.steward.instantly.door;

import agency.steward.credential.ApiKey;
import agency.steward.credential.Custody;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Credential;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds the key to a door. */
public final class Keyring {
  private final Supplier<Custody> custody;
  private final Function<WorkspaceId, Optional<Workspace>> recent;
  private final Function<WorkspaceId, Optional<Workspace>> now;
  private final DelegatedCharge charge;

  /**
   * @param recent finds a workspace as it was a moment ago, {@code now} as it is
   */
  public Keyring(
      Supplier<Custody> custody,
      Function<WorkspaceId, Optional<Workspace>> recent,
      Function<WorkspaceId, Optional<Workspace>> now,
      DelegatedCharge charge) {
    this.custody = custody;
    this.recent = recent;
    this.now = now;
    this.charge = charge;
  }

  /** Throws {@code CUSTODY_UNAVAILABLE} where the key cannot be had now. */
  public Route route(Door door) {
    return route(door, recent);
  }

  /** The way into a workspace by a key of its own that is at hand: nobody is asked for it. */
  public Optional<Route> known(Workspace workspace) {
    return workspace.credential() instanceof Credential.OwnKey own
        ? custody.get().known(workspace.id(), own.version()).map(key -> own(workspace, own, key))
        : Optional.empty();
  }

  private static Route own(Workspace workspace, Credential.OwnKey own, ApiKey key) {
    return new Route(
        key,
        Optional.of(workspace.id()),
        own.version(),
        Optional.empty(),
        List.of(workspace.instantlyId().value()));
  }

  /**
   * The way as it is now: registry and custody are asked anew, since another replica may have
   * exchanged the credential.
   */
  public Route again(Door door) {
    Door anew =
        switch (door) {
          case Door.Registered(var workspace) ->
              new Door.Registered(now.apply(workspace.id()).orElse(workspace));
          case Door.Bare bare -> bare;
          case Door.Through(var admin, var sub) ->
              new Door.Through(now.apply(admin.id()).orElse(admin), sub);
        };
    holder(anew).ifPresent(custody.get()::refresh);
    return route(anew, now);
  }

  /** The admin workspace that a workspace is reached through. */
  public Optional<Workspace> admin(Workspace workspace) {
    return switch (workspace.credential()) {
      case Credential.OwnKey own -> Optional.empty();
      case Credential.Delegated delegated -> recent.apply(delegated.adminWorkspace());
    };
  }

  private static Optional<WorkspaceId> holder(Door door) {
    return switch (door) {
      case Door.Registered(var workspace) ->
          Optional.of(
              switch (workspace.credential()) {
                case Credential.OwnKey own -> workspace.id();
                case Credential.Delegated delegated -> delegated.adminWorkspace();
              });
      case Door.Bare bare -> Optional.empty();
      case Door.Through(var admin, var sub) -> Optional.of(admin.id());
    };
  }

  private Route route(Door door, Function<WorkspaceId, Optional<Workspace>> registry) {
    return switch (door) {
      case Door.Registered(var workspace) -> route(workspace, registry);
      case Door.Bare(var key) ->
          new Route(key, Optional.empty(), 0, Optional.empty(), List.of(key.fingerprint()));
      case Door.Through(var admin, var sub) -> delegated(admin, sub.value());
    };
  }

  private Route route(Workspace workspace, Function<WorkspaceId, Optional<Workspace>> registry) {
    return switch (workspace.credential()) {
      case Credential.OwnKey own -> own(workspace, own, read(workspace, own));
      case Credential.Delegated delegated ->
          delegated(
              registry.apply(delegated.adminWorkspace()).orElseThrow(() -> noKey(workspace)),
              workspace.instantlyId().value());
    };
  }

  private Route delegated(Workspace admin, String sub) {
    if (!(admin.credential() instanceof Credential.OwnKey own)) {
      throw noKey(admin);
    }
    return new Route(
        read(admin, own),
        Optional.of(admin.id()),
        own.version(),
        Optional.of(sub),
        charged(admin.instantlyId().value(), sub));
  }

  private ApiKey read(Workspace holder, Credential.OwnKey own) {
    return custody.get().read(holder.id(), own.version());
  }

  /** The sub's line first: whoever waits in the admin's, which all subs share, is ready to go. */
  private List<String> charged(String admin, String sub) {
    return switch (charge) {
      case BOTH -> List.of(sub, admin);
      case ADMIN -> List.of(admin);
      case SUB -> List.of(sub);
    };
  }

  private static ProblemException noKey(Workspace workspace) {
    return Problem.of(
            ProblemCode.WORKSPACE_CREDENTIAL_INVALID,
            "The admin workspace of " + workspace.name() + " has no key of its own any more")
        .with("workspace_id", workspace.id().toString())
        .thrown();
  }
}
