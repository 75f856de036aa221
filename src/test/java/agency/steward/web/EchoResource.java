package agency.steward.web;

import agency.steward.web.body.LargeBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Stands for every resource where only the edge is looked at. */
@Path("/v1/test-echo")
@RunOnVirtualThread
public class EchoResource {

  public enum Colour {
    RED,
    DARK_GREEN
  }

  public record Inner(String apiKey, int count) {}

  public record Body(
      String displayName,
      Optional<String> note,
      Optional<Instant> at,
      Optional<Inner> inner,
      List<Inner> more,
      Map<String, String> labels,
      Colour colour,
      boolean on) {}

  private final PageTokens pages;

  EchoResource(PageTokens pages) {
    this.pages = pages;
  }

  @POST
  @Operation(hidden = true)
  public Body echo(Body body) {
    return body;
  }

  @GET
  @Operation(hidden = true)
  public Page<Integer> list(
      @BeanParam PageParameters parameters, @QueryParam("from") Optional<Integer> from) {
    PageRequest asked = pages.asked(parameters);
    int first = asked.after().map(Integer::valueOf).orElseGet(() -> from.orElse(0)) + 1;
    List<Integer> rows = IntStream.range(first, 131).limit(asked.size() + 1L).boxed().toList();
    return pages.page(asked, rows, String::valueOf).ofTotal(130);
  }

  @POST
  @Path("bulk")
  @Consumes("text/csv")
  @LargeBody
  @Operation(hidden = true)
  public String bulk(String body) {
    return String.valueOf(body.length());
  }

  @POST
  @Path("optional")
  @Operation(hidden = true)
  public String optional(@Nullable Body body) {
    return body == null ? "none" : "one";
  }

  @GET
  @Path("many")
  @Operation(hidden = true)
  public String many(@QueryParam("one") List<String> each) {
    return each.toString();
  }

  @GET
  @Path("failing/{how}")
  @Operation(hidden = true)
  public String fail(@PathParam("how") String how) throws Exception {
    throw switch (how) {
      case "database" ->
          new IllegalStateException("wrapped", new SQLException("sk-secret gone", "08006"));
      default -> new IllegalStateException("sk-secret went wrong");
    };
  }
}
