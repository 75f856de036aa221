package agency.steward.idempotency;

import agency.steward.access.Access;
import agency.steward.access.Right;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Stands for every resource that creates something: first access, then once. */
@Path("/v1/test-once")
@RunOnVirtualThread
public class ScriptedResource {
  public record Body(String name, int number) {}

  private final Access access;
  private final Idempotency idempotency;
  private final Scripts scripts;

  ScriptedResource(Access access, Idempotency idempotency, Scripts scripts) {
    this.access = access;
    this.idempotency = idempotency;
    this.scripts = scripts;
  }

  @POST
  @Operation(hidden = true)
  public Response once(Body body, @QueryParam("how") Optional<String> how) {
    access.require(Right.WORKSPACE_REGISTER);
    return idempotency.once(() -> scripts.run(body.name()));
  }

  @POST
  @Path("elsewhere")
  @Operation(hidden = true)
  public Response elsewhere(Body body) {
    access.require(Right.WORKSPACE_REGISTER);
    return idempotency.once(() -> scripts.run(body.name()));
  }

  @POST
  @Path("secret")
  @Operation(hidden = true)
  public Response secret(Body body) {
    access.require(Right.WORKSPACE_REGISTER);
    return idempotency.once(
        () -> scripts.run(body.name()),
        answer -> ((ObjectNode) answer).putNull("key").put("key_shown", true));
  }
}
