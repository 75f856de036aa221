package agency.steward.fleet;

import agency.steward.fleet.answer.Rows;
import agency.steward.instantly.Begun;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.Gathering;
import agency.steward.instantly.Instantly;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.body.Item;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a fleet read does with one workspace.
 *
 * @param passedOn whether rows go out as they came: more keeps others of an event loop waiting
 * @param memory for a workspace whose read needs a thread, since it may be a long list
 */
record FleetCall(
    Instantly instantly,
    Deadline deadline,
    WorkspaceRead read,
    boolean passedOn,
    Optional<Function<ObjectNode, String>> order,
    Rows rows,
    Function<Workspace, Gathering.Part> memory)
    implements FanOut.Call {

  @Override
  public Reading to(Workspace workspace) {
    return gathered(workspace, instantly.in(workspace, deadline));
  }

  private Reading gathered(Workspace workspace, InstantlyWorkspace instantly) {
    return reading(workspace, instantly.within(memory.apply(workspace)));
  }

  @Override
  public Optional<Runnable> begin(Workspace workspace, Consumer<FanOut.Ahead> then) {
    return read.first()
        .filter(_ -> passedOn)
        .flatMap(page ->
            instantly.begin(
                workspace, deadline, page, begun -> then.accept(new Came(workspace, begun))));
  }

  private final class Came implements FanOut.Ahead {
    private final Workspace workspace;
    private final Begun begun;

    Came(Workspace workspace, Begun begun) {
      this.workspace = workspace;
      this.begun = begun;
    }

    @Override
    public boolean isAtHand() {
      return begun.isAtHand();
    }

    @Override
    public Reading reading() {
      return Context.isOnEventLoopThread()
          ? FleetCall.this.reading(workspace, begun.workspace())
          : gathered(workspace, begun.workspace());
    }

    @Override
    public void drop() {
      begun.drop();
    }
  }

  private Reading reading(Workspace workspace, InstantlyWorkspace instantly) {
    List<Item> found = read.items(instantly);
    return order
        .<Reading>map(by -> Reading.Ordered.of(workspace, found, by, rows))
        .orElseGet(() -> new Reading.Rows(workspace, rows.rows(workspace, found)));
  }
}
