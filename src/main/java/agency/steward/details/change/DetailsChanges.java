package agency.steward.details.change;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.apply.OneChange;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/** What can be done to the workspace itself. */
@ApplicationScoped
public class DetailsChanges {
  /** Instantly's object of the workspace in which a call runs (facts.md 4.6). */
  public static final String PATH = "/workspaces/current";

  private static final Logger LOG = Logger.getLogger(DetailsChanges.class);
  private static final ChangeKind KIND = new DetailsChange();

  private final OneChange one;
  private final InstantlyNames names;

  DetailsChanges(OneChange one, InstantlyNames names) {
    this.one = one;
    this.names = names;
  }

  /**
   * @param set {@code name} and {@code org_logo_url} as they shall be; null takes the logo away
   */
  public Response make(Workspace workspace, ObjectNode set) {
    Response made = one.make(workspace, KIND, DetailsChange.intent(set));
    if (set.has("name")) {
      keep(workspace, set.path("name").asText());
    }
    return made;
  }

  /** The change is made, whatever becomes of this; otherwise the next look does it. */
  private void keep(Workspace workspace, String name) {
    try {
      names.keep(workspace.id(), name);
    } catch (RuntimeException e) {
      LOG.warnf(e, "Instantly's new name of workspace %s was not kept", workspace.id());
    }
  }

  @Produces
  @Singleton
  static ChangeKind detailsChange() {
    return KIND;
  }
}
