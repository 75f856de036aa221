package agency.steward.registration;

import agency.steward.registration.asked.Revisions;
import agency.steward.registration.shown.Views;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers that show one workspace, with its ETag. */
@ApplicationScoped
class Answers {
  private final Views views;

  Answers(Views views) {
    this.views = views;
  }

  Response ok(Workspace workspace) {
    return shown(Response.ok(), workspace);
  }

  Response created(Workspace workspace) {
    return shown(Response.created(URI.create("/v1/workspaces/" + workspace.id())), workspace);
  }

  private Response shown(Response.ResponseBuilder answer, Workspace workspace) {
    return answer.entity(views.of(workspace)).tag(new EntityTag(Revisions.tag(workspace))).build();
  }
}
