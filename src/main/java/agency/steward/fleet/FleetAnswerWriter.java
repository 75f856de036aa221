package agency.steward.fleet;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends a {@link FleetAnswer} on the virtual thread of its request. */
@Provider
class FleetAnswerWriter implements ServerMessageBodyWriter<FleetAnswer> {
  private static final Logger LOG = Logger.getLogger(FleetAnswerWriter.class);

  private final FleetConfig config;

  @Inject
  FleetAnswerWriter(FleetConfig config) {
    this.config = config;
  }

  @Override
  public void writeResponse(FleetAnswer answer, Type type, ServerRequestContext request) {
    var http = ((ResteasyReactiveRequestContext) request).unwrap(RoutingContext.class);
    try {
      answer.sendTo(new HttpClientStream(http, config.writeTimeout()));
      http.response().end();
    } catch (IOException gone) {
      LOG.debugf("A fleet answer was not read to its end: %s", gone.getMessage());
    }
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return type == FleetAnswer.class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == FleetAnswer.class;
  }

  @Override
  public void writeTo(
      FleetAnswer answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream stream) {
    throw new IllegalStateException("Fleet answers are streamed: no WriterInterceptor on them");
  }
}
