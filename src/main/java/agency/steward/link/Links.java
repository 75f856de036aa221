package agency.steward.link;

import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The links of a group, listed with the admin workspace's own key (facts.md 4.2). */
@ApplicationScoped
public class Links {
  private final Instantly instantly;
  private final LinkMemory memory;
  private final Clock clock;

  Links(Instantly instantly, LinkMemory memory, Clock clock) {
    this.instantly = instantly;
    this.memory = memory;
    this.clock = clock;
  }

  /**
   * All of them, whatever their status. Throws {@code VALIDATION_FAILED} for a delegated workspace,
   * which can be no admin (facts.md 1.4), and the workspace's code where it is not active.
   */
  public List<GroupLink> of(Workspace admin, Deadline deadline) {
    if (admin.isDelegated()) {
      throw noAdmin();
    }
    return of(instantly.in(admin, deadline));
  }

  /** The same through a client that is already bound to the admin workspace. */
  public List<GroupLink> of(InstantlyWorkspace admin) {
    return objects(admin).stream().map(GroupLink::of).toList();
  }

  /** The same as Instantly's own objects; none for a delegated workspace. */
  public List<ObjectNode> objects(InstantlyWorkspace admin) {
    Instant asked = clock.instant();
    List<ObjectNode> links = admin.list(Listing.GROUP_MEMBERS, Map.of());
    if (!admin.workspace().isDelegated()) {
      note(admin.workspace(), links.stream().map(GroupLink::of).toList(), asked);
    }
    return links;
  }

  /**
   * Whether it has a link as admin that is not rejected. A delegated workspace never has one
   * (facts.md 1.4). For others the answer is remembered for {@code steward.link.remember};
   * otherwise Instantly is asked, which may fail.
   */
  public boolean administers(InstantlyWorkspace there) {
    return remembered(there.workspace()).orElseGet(() -> isAdmin(there.workspace(), of(there)));
  }

  /** What is known without asking Instantly; empty if nothing is known, or no longer. */
  public Optional<Boolean> remembered(Workspace workspace) {
    return workspace.isDelegated() ? Optional.of(false) : remembered(workspace.id());
  }

  /** The same by its id; nothing is remembered about delegated workspaces. */
  public Optional<Boolean> remembered(WorkspaceId workspace) {
    return memory.recall(workspace);
  }

  /** Steward has made or ended a link of it: Instantly is asked again, whatever was remembered. */
  public void changed(WorkspaceId admin) {
    memory.write(admin, true, clock.instant());
  }

  void note(Workspace admin, List<GroupLink> links, Instant asked) {
    memory.note(admin.id(), isAdmin(admin, links), asked);
  }

  private static boolean isAdmin(Workspace workspace, List<GroupLink> links) {
    return links.stream().anyMatch(link -> link.makesAdmin(workspace.instantlyId()));
  }

  private static RuntimeException noAdmin() {
    return Problem.of(
            ProblemCode.VALIDATION_FAILED,
            "Only a workspace with a key of its own can be a group's admin workspace; this one is"
                + " delegated itself.")
        .thrown();
  }
}
