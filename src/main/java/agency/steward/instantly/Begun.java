package agency.steward.instantly;

import agency.steward.instantly.door.Door;
import agency.steward.instantly.door.Route;
import agency.steward.instantly.pace.Priority;
import agency.steward.instantly.send.Terms;
import agency.steward.instantly.wire.Answer;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceState;
import java.util.Optional;
import java.util.function.Consumer;

/** A list whose first page was requested before anybody reads it, and what came of that. */
public final class Begun {
  /**
   * A page of at most so many bytes may be read on an event loop; a larger one would keep others
   * waiting.
   */
  private static final int SMALL = 128 * 1024;

  private final Shared shared;
  private final Visit visit;
  private final InHand first;

  /**
   * The answer to a call, before whoever reads asks for it.
   *
   * @param way on which it was made
   * @param over lets others have its memory
   */
  record InHand(Call call, Route way, Answer answer, Runnable over) {}

  private Begun(Shared shared, Visit visit, InHand first) {
    this.shared = shared;
    this.visit = visit;
    this.first = first;
  }

  /** See {@link Instantly#begin}. */
  static Optional<Runnable> begin(
      Shared shared, Workspace workspace, Deadline deadline, FirstPage page, Consumer<Begun> then) {
    if (workspace.state() != WorkspaceState.ACTIVE) {
      return Optional.empty();
    }
    var visit = new Visit(new Door.Registered(workspace), deadline, Priority.INTERACTIVE, false);
    Call call = page.call();
    return shared
        .keyring()
        .known(workspace)
        .flatMap(way -> {
          var terms = new Terms(way.charged(), visit.priority(), deadline.nanos(), visit.permit());
          return shared
              .sender()
              .begin(
                  call.by(way),
                  terms,
                  (answer, over) ->
                      then.accept(new Begun(shared, visit, new InHand(call, way, answer, over))));
        });
  }

  /** Whether the page came, and an event loop may read it. */
  public boolean isAtHand() {
    return first.answer() instanceof Answer.Reply reply
        && reply.isOk()
        && reply.body().length <= SMALL;
  }

  /**
   * The workspace with its first page at hand, for one read. On an event loop any further call
   * throws {@link MayNotWaitException}.
   */
  public InstantlyWorkspace workspace() {
    return new BoundWorkspace(shared, visit, new Conversation(shared, visit, first));
  }

  /** To be called where {@link #workspace} may not have been read: others need the memory. */
  public void drop() {
    first.over().run();
  }
}
