package agency.steward.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL of all tests behind a relay that can be cut in the middle of what is said. */
public final class CutOffPostgres implements QuarkusTestResourceLifecycleManager {
  private static final int NEVER = Integer.MAX_VALUE;

  private final AtomicInteger left = new AtomicInteger(NEVER);
  private Relay relay;

  @Override
  public Map<String, String> start() {
    relay = Relay.to(PostgresResource.postgres().getPort(), Counted::new);
    String url = PostgresResource.postgres().getJdbcUrl("postgres", "postgres");
    return Map.of(
        "quarkus.datasource.jdbc.url",
            url.replaceFirst("//[^/]*/", "//127.0.0.1:" + relay.port() + "/"),
        "quarkus.datasource.username", "postgres",
        "quarkus.datasource.password", "postgres");
  }

  /** After so many more messages, questions and answers, all is cut off and nobody is let in. */
  public void cutAfter(int messages) {
    left.set(messages);
  }

  public void comeBack() {
    left.set(NEVER);
    relay.comeBack();
  }

  /** Counts what comes at once as one message. */
  private final class Counted implements Conversation {
    @Override
    public void asking(DataInputStream steward, OutputStream other) throws IOException {
      pass(steward, other);
    }

    @Override
    public void answering(DataInputStream other, OutputStream steward) throws IOException {
      pass(other, steward);
    }

    private void pass(InputStream from, OutputStream to) throws IOException {
      var buffer = new byte[1 << 16];
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        if (left.get() != NEVER && left.decrementAndGet() < 0) {
          relay.goAway();
          throw new EOFException("cut off");
        }
        to.write(buffer, 0, read);
        to.flush();
      }
    }
  }

  @Override
  public void stop() {
    relay.close();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(CutOffPostgres.class));
  }
}
