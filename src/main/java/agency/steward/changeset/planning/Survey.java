package agency.steward.changeset.planning;

import agency.steward.changeset.Present;
import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.guard.IdentityGuard;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.Gathering;
import agency.steward.instantly.Instantly;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.pace.Priority;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Looks at every target: many at a time, but no more than can be borne. Changes nothing. */
@ApplicationScoped
class Survey {
  private static final Logger LOG = Logger.getLogger(Survey.class);

  private final Workspaces workspaces;
  private final Instantly instantly;
  private final PlanConfig config;
  private final InstantSource clock;
  private final Gathering lists;

  Survey(Workspaces workspaces, Instantly instantly, PlanConfig config, InstantSource clock) {
    this.clock = clock;
    this.workspaces = workspaces;
    this.instantly = instantly;
    this.config = config;
    this.lists = instantly.gathering();
  }

  /**
   * In the order of the targets; one that fails is no more than one that fails. Nothing is made of
   * what was seen before all have been asked: an answer that is late keeps everybody waiting.
   *
   * @param then what is made of each while others are still being looked at
   */
  <T> List<T> of(
      List<WorkspaceId> targets,
      Function<InstantlyWorkspace, Present> look,
      Function<Surveyed, T> then) {
    var known = known(targets);
    var room = new Semaphore(config.readsInFlight());
    var allAsked = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<Future<T>>(targets.size());
      for (WorkspaceId target : targets) {
        asked.add(
            threads.submit(() -> {
              try (var memory = lists.part()) {
                Surveyed seen = within(room, () -> look(target, known, memory, look, threads));
                allAsked.await();
                return then.apply(seen);
              }
            }));
        Thread.yield(); // hundreds at once would make everybody else wait for all of them
      }
      allAsked.countDown();
      return asked.stream().map(Survey::answer).toList();
    }
  }

  private Surveyed look(
      WorkspaceId target,
      Map<WorkspaceId, Workspace> known,
      Gathering.Part memory,
      Function<InstantlyWorkspace, Present> look,
      ExecutorService threads) {
    Workspace workspace = known.get(target);
    return workspace == null
        ? new Surveyed.Unreadable(target, "", Refusals.forgotten())
        : look(workspace, site -> look.apply(site.within(memory)), threads);
  }

  /** All of them as if none could be read. */
  List<Surveyed> failed(List<WorkspaceId> targets) {
    var known = known(targets);
    return targets.stream()
        .<Surveyed>map(target ->
            new Surveyed.Unreadable(
                target,
                Optional.ofNullable(known.get(target)).map(Workspace::name).orElse(""),
                neverPlanned()))
        .toList();
  }

  private Map<WorkspaceId, Workspace> known(List<WorkspaceId> targets) {
    return workspaces.named(new HashSet<>(targets)).stream()
        .collect(Collectors.toMap(Workspace::id, Function.identity()));
  }

  private static <T> T answer(Future<T> asked) {
    try {
      return asked.get();
    } catch (InterruptedException stopping) {
      throw interrupted(stopping);
    } catch (ExecutionException e) {
      throw new IllegalStateException("planning failed", e.getCause());
    }
  }

  private static Surveyed within(Semaphore room, Supplier<Surveyed> look)
      throws InterruptedException {
    room.acquire();
    try {
      return look.get();
    } finally {
      room.release();
    }
  }

  private Surveyed look(
      Workspace workspace, Function<InstantlyWorkspace, Present> look, ExecutorService threads) {
    try {
      var site = instantly.in(workspace, Deadline.in(config.readWithin()), Priority.BULK);
      Future<Present> looked = threads.submit(() -> look.apply(site));
      site.proveIdentity();
      Present present = present(looked).seen(clock.instant());
      return new Surveyed.Seen(workspace.id(), workspace.name(), present);
    } catch (InstantlyException e) {
      return e.failure() instanceof InstantlyFailure.WrongIdentity
          ? new Surveyed.Closed(workspace.id(), workspace.name(), IdentityGuard.UNPROVEN)
          : new Surveyed.Unreadable(workspace.id(), workspace.name(), e.problem());
    } catch (ProblemException e) {
      return new Surveyed.Unreadable(workspace.id(), workspace.name(), e.problem());
    } catch (RuntimeException unforeseen) {
      LOG.errorf(unforeseen, "Workspace %s could not be read for a plan", workspace.id());
      return new Surveyed.Unreadable(workspace.id(), workspace.name(), failed());
    }
  }

  private static Present present(Future<Present> looked) {
    try {
      return looked.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
    } catch (InterruptedException stopping) {
      throw interrupted(stopping);
    }
  }

  private static IllegalStateException interrupted(InterruptedException stopping) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("planning was interrupted", stopping);
  }

  private static Problem neverPlanned() {
    return Problem.of(
        ProblemCode.INTERNAL_ERROR,
        "Steward failed each time it planned this change set; its log says why. Once that is mended,"
            + " POST /v1/change-sets/{id}/retry-failed plans it anew.");
  }

  private static Problem failed() {
    return Problem.of(
        ProblemCode.INTERNAL_ERROR,
        "Steward failed while it read this workspace; its log says why");
  }
}
