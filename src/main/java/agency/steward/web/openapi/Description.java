package agency.steward.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Serves the committed description of the API, as YAML or as JSON. Quarkus would read and write the
 * whole of it at each start, which took a quarter of the start.
 */
@ApplicationScoped
class Description {
  private static final List<String> PATHS =
      List.of("/openapi", "/openapi.yaml", "/openapi.yml", "/openapi.json");
  private static final int BEFORE_THAT_OF_QUARKUS = -1;
  private static final String JSON = "application/json";

  void serve(@Observes Router router) {
    PATHS.forEach(path ->
        router
            .route(path)
            .order(BEFORE_THAT_OF_QUARKUS)
            .method(HttpMethod.GET)
            .method(HttpMethod.HEAD)
            .blockingHandler(Description::answer, false));
  }

  private static void answer(RoutingContext request) {
    boolean json = wantsJson(request);
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, (json ? JSON : "application/yaml") + ";charset=UTF-8")
        .end(Buffer.buffer(json ? json(yaml()) : yaml()));
  }

  /** By its name, by {@code ?format=json}, or by the Accept header; YAML is what is usual. */
  private static boolean wantsJson(RoutingContext request) {
    String accept = request.request().getHeader(HttpHeaders.ACCEPT);
    return request.normalizedPath().endsWith(".json")
        || "json".equalsIgnoreCase(request.request().getParam("format"))
        || (accept != null && accept.contains(JSON));
  }

  private static byte[] yaml() {
    try (var file = Description.class.getResourceAsStream("/openapi/steward.yaml")) {
      return Objects.requireNonNull(file, "the package lacks openapi/steward.yaml").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] json(byte[] yaml) {
    try {
      var tree = new ObjectMapper(new YAMLFactory()).readTree(yaml);
      return new ObjectMapper().writeValueAsBytes(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
