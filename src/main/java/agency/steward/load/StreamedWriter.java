package agency.steward.load;

import agency.steward.problem.RequestId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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

/** Sends what is {@link Streamed} on the virtual thread of its request. */
@Provider
class StreamedWriter implements ServerMessageBodyWriter<Streamed> {
  private static final Logger LOG = Logger.getLogger(StreamedWriter.class);

  private final LoadConfig config;
  private final Counter cutOff;

  @Inject
  StreamedWriter(LoadConfig config, MeterRegistry meters) {
    this.config = config;
    this.cutOff = meters.counter("steward.load.readers.cut.off");
  }

  @Override
  public void writeResponse(Streamed answer, Type type, ServerRequestContext request) {
    var http = ((ResteasyReactiveRequestContext) request).unwrap(RoutingContext.class);
    try {
      answer.sendTo(new HttpClientStream(http, config.readerPatience(), () -> cutOff(http)));
      http.response().end();
    } catch (IOException gone) {
      LOG.debugf("An answer was not read to its end: %s", gone.getMessage());
    } catch (RuntimeException failed) {
      breakOff(http, failed);
    }
  }

  private void cutOff(RoutingContext http) {
    cutOff.increment();
    LOG.infof(
        "%s: the reader took nothing for %s and is cut off (request %s)",
        http.request().path(), config.readerPatience(), RequestId.of(http));
  }

  /** Where something is sent already, the answer must not look whole. */
  private static void breakOff(RoutingContext http, RuntimeException failed) {
    if (!http.response().headWritten()) {
      throw failed;
    }
    LOG.errorf(failed, "%s broke off (request %s)", http.request().path(), RequestId.of(http));
    http.response().reset();
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return Streamed.class.isAssignableFrom(type);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return Streamed.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      Streamed answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream stream) {
    throw new IllegalStateException("Streamed answers are not written to an OutputStream");
  }
}
