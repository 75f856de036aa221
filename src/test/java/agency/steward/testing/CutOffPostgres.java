package agency.steward.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL of all tests behind a relay that can be cut in the middle of what is said. */
public final class CutOffPostgres implements QuarkusTestResourceLifecycleManager {
  private static final int NEVER = Integer.MAX_VALUE;

  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger left = new AtomicInteger(NEVER);
  private ServerSocket door;

  @Override
  public Map<String, String> start() {
    try {
      door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon(true).name("postgres-relay").start(this::listen);
    String url = PostgresResource.postgres().getJdbcUrl("postgres", "postgres");
    return Map.of(
        "quarkus.datasource.jdbc.url",
            url.replaceFirst("//[^/]*/", "//127.0.0.1:" + door.getLocalPort() + "/"),
        "quarkus.datasource.username", "postgres",
        "quarkus.datasource.password", "postgres");
  }

  /** After so many more messages, questions and answers, all is cut off and nobody is let in. */
  public void cutAfter(int messages) {
    left.set(messages);
  }

  public void comeBack() {
    left.set(NEVER);
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        Socket steward = door.accept();
        Thread.ofPlatform().daemon(true).start(() -> connect(steward));
      } catch (IOException closed) {
        // the loop ends by itself where this was the door
      }
    }
  }

  private void connect(Socket steward) {
    try (steward;
        var database =
            new Socket(InetAddress.getLoopbackAddress(), PostgresResource.postgres().getPort())) {
      open.add(steward);
      open.add(database);
      steward.setTcpNoDelay(true);
      database.setTcpNoDelay(true);
      Thread.ofPlatform().daemon(true).start(() -> pass(database, steward));
      pass(steward, database);
    } catch (IOException over) {
      // one of them has hung up, or was cut off
    } finally {
      open.remove(steward);
    }
  }

  private void pass(Socket from, Socket to) {
    var buffer = new byte[1 << 16];
    try (from;
        to) {
      InputStream said = from.getInputStream();
      for (int read = said.read(buffer); read >= 0; read = said.read(buffer)) {
        if (left.get() != NEVER && left.decrementAndGet() < 0) {
          hangUp();
          return;
        }
        to.getOutputStream().write(buffer, 0, read);
      }
    } catch (IOException over) {
      // both are closed
    } finally {
      open.remove(from);
    }
  }

  private void hangUp() {
    open.forEach(socket -> {
      try {
        socket.close();
      } catch (IOException closed) {
        // so it is
      }
    });
  }

  @Override
  public void stop() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hangUp();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(CutOffPostgres.class));
  }
}
