package agency.steward.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The registry, as the rest of the house asks it. */
@ApplicationScoped
public class Workspaces {

  public Optional<Workspace> find(WorkspaceId id) {
    throw new UnsupportedOperationException(id.toString());
  }

  /** Every visible workspace that the selector picks, whatever its state; for fan-outs. */
  public List<Workspace> matching(Visibility visible, Optional<Selector> selector) {
    throw new UnsupportedOperationException(visible + " " + selector);
  }

  /** Takes note of what a call has shown about a workspace; its state follows from it. */
  public void observe(WorkspaceId id, Condition condition) {
    throw new UnsupportedOperationException(id + " " + condition);
  }
}
