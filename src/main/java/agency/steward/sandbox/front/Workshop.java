package agency.steward.sandbox.front;

import static java.util.Objects.requireNonNull;

import agency.steward.sandbox.behaviour.Setting;
import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.json.Misfit;
import agency.steward.sandbox.world.World;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import org.jboss.logging.Logger;

/** Has an operation done and makes an answer of whatever comes out. */
final class Workshop {
  private static final Logger LOG = Logger.getLogger(Workshop.class);

  private final World world;

  Workshop(World world) {
    this.world = world;
  }

  Answer make(Visit visit, Routes.Found found, Buffer sent) {
    try {
      return found.route().handler().handle(call(visit, found, sent));
    } catch (Refusal refusal) {
      return refusal.answer();
    } catch (Misfit misfit) {
      return Answer.error(400, misfit.why());
    } catch (RuntimeException bug) {
      LOG.errorf(bug, "%s %s failed", visit.method, visit.path);
      return Answer.error(500, "The sandbox failed; its log says why");
    }
  }

  private Call call(Visit visit, Routes.Found found, Buffer sent) {
    boolean keep = !(visit.writes() && visit.settings.get(Setting.ACCEPT_WITHOUT_EFFECT).now());
    return new Call(
        world,
        requireNonNull(visit.place),
        requireNonNull(visit.key),
        visit.settings,
        visit.query(),
        found.id(),
        visit.writes() ? Bodies.read(visit, sent) : null,
        visit.header(HttpHeaders.USER_AGENT),
        visit.atMs,
        keep);
  }
}
