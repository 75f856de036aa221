package agency.steward.workspace;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * The writing side of the registry. Everything joins the caller's transaction, so that it commits
 * together with the ledger entry and the stored answer.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class WorkspaceRegistry {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final WorkspaceStore store;
  private final CacheInvalidation invalidation;
  private final int maxLabels;

  WorkspaceRegistry(WorkspaceStore store, CacheInvalidation invalidation, WorkspacesConfig config) {
    this.store = store;
    this.invalidation = invalidation;
    this.maxLabels = config.maxLabels();
  }

  /**
   * Registers. Throws {@code WORKSPACE_ALREADY_REGISTERED} or, for the external id, {@code
   * ALREADY_EXISTS}; of two that come at once one wins.
   */
  public Workspace add(NewWorkspace workspace) {
    WorkspaceRow row = WorkspaceRows.of(workspace);
    invalidation.afterCompletion(workspace.id());
    return UniqueInFleet.guard(() -> {
      store.persistAndFlush(row);
      return WorkspaceRows.read(row);
    });
  }

  /** As {@link #add} for many: all of them or none. */
  public List<Workspace> addAll(List<NewWorkspace> workspaces) {
    List<WorkspaceRow> rows = workspaces.stream().map(WorkspaceRows::of).toList();
    workspaces.forEach(workspace -> invalidation.afterCompletion(workspace.id()));
    return UniqueInFleet.guard(() -> {
      store.persist(rows);
      store.flush();
      return rows.stream().map(WorkspaceRows::read).toList();
    });
  }

  /**
   * Changes name, external id and labels.
   *
   * @param expected which revisions the caller lets be changed; refuses with {@code
   *     PRECONDITION_FAILED} otherwise
   */
  public Optional<Workspace> edit(
      WorkspaceId id, LongPredicate expected, WorkspaceEdit edit, Instant now) {
    return change(
        id,
        now,
        row -> {
          requireRevision(row, expected);
          WorkspaceEdits.apply(edit, maxLabels, row);
        });
  }

  /**
   * Points to another credential and forgets what was found wrong with the old one.
   *
   * @param replaced the credential that the caller took for the present one; when it is no more,
   *     the change is refused with {@code SUBJECT_BUSY}
   */
  public Optional<Workspace> exchange(
      WorkspaceId id,
      Credential replaced,
      Credential present,
      List<Condition> conditions,
      Instant now) {
    return change(
        id,
        now,
        row -> {
          requireCredential(row, replaced);
          WorkspaceRows.write(present, row);
          row.conditions = StoredJson.conditions(conditions);
        });
  }

  /**
   * Changes labels of many workspaces in one statement.
   *
   * @return those that are different now
   */
  public List<WorkspaceId> label(WorkspaceChoice choice, LabelChange change, Instant now) {
    if (store.anyWithMoreLabels(Where.of(choice), change, maxLabels)) {
      throw WorkspaceEdits.tooMany("/set", maxLabels);
    }
    invalidation.allAfterCompletion();
    return store.label(Where.of(choice), change, now).stream().map(WorkspaceId::new).toList();
  }

  /** Nobody gets in until {@link #resume}. A workspace already suspended keeps its first reason. */
  public Optional<Workspace> suspend(WorkspaceId id, Suspension suspension) {
    return change(
        id,
        suspension.since(),
        row -> {
          if (row.suspendedReason == null) {
            WorkspaceRows.write(Optional.of(suspension), row);
          }
        });
  }

  public Optional<Workspace> resume(WorkspaceId id, Instant now) {
    return change(id, now, row -> WorkspaceRows.write(Optional.empty(), row));
  }

  /** Instantly's name of it, as it was seen. */
  public Optional<Workspace> rename(WorkspaceId id, String instantlyName, Instant now) {
    return change(id, now, row -> row.instantlyName = instantlyName);
  }

  /**
   * Forgets the workspace; throws {@code WORKSPACE_HAS_DELEGATES} where others are reached through
   * it.
   *
   * @return what it was, if there was one
   */
  public Optional<Workspace> remove(WorkspaceId id, LongPredicate expected) {
    invalidation.afterCompletion(id);
    return store.lock(id).map(row -> remove(row, expected));
  }

  private Workspace remove(WorkspaceRow row, LongPredicate expected) {
    requireRevision(row, expected);
    Workspace last = WorkspaceRows.read(row);
    return UniqueInFleet.guard(() -> {
      store.delete(row);
      store.flush();
      return last;
    });
  }

  private Optional<Workspace> change(WorkspaceId id, Instant now, Consumer<WorkspaceRow> change) {
    invalidation.afterCompletion(id);
    return store.lock(id).map(row -> write(row, now, change));
  }

  private Workspace write(WorkspaceRow row, Instant now, Consumer<WorkspaceRow> change) {
    Workspace before = WorkspaceRows.read(row);
    change.accept(row);
    WorkspaceRows.settle(row);
    if (WorkspaceRows.read(row).equals(before)) {
      store.leave(row);
      return before;
    }
    row.updatedAt = now;
    return UniqueInFleet.guard(() -> {
      store.flush();
      return WorkspaceRows.read(row);
    });
  }

  private static void requireRevision(WorkspaceRow row, LongPredicate expected) {
    if (!expected.test(row.revision)) {
      throw Problem.of(
              ProblemCode.PRECONDITION_FAILED,
              "The workspace has changed since you read it; read it again and repeat the change")
          .thrown();
    }
  }

  private static void requireCredential(WorkspaceRow row, Credential replaced) {
    if (!WorkspaceRows.read(row).credential().equals(replaced)) {
      throw busy();
    }
  }

  private static ProblemException busy() {
    return Problem.of(
            ProblemCode.SUBJECT_BUSY,
            "The credential was exchanged by somebody else at the same moment; look which one is"
                + " valid now before you try again")
        .after(SOON)
        .thrown();
  }
}
