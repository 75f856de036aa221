package agency.steward.local;

import agency.steward.boot.Settings;
import agency.steward.local.issuer.IssuerKey;
import agency.steward.local.postgres.LocalPostgres;
import agency.steward.sandbox.Sandbox;
import agency.steward.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What Steward needs around it and has to be elsewhere in production: a database, an identity
 * provider, Instantly. Whatever is configured is used, the rest is started here.
 */
final class Surroundings implements AutoCloseable {
  /** Where the sandbox answers, if one was started. */
  static final String SANDBOX = "steward.local.sandbox";

  private final Settings settings;
  private final DataDirectory data;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  private Surroundings(Settings settings, DataDirectory data) {
    this.settings = settings;
    this.data = data;
  }

  /** Throws {@link CannotStart} with a sentence for the person at the keyboard. */
  static Surroundings start(Settings settings) {
    Ports ports = Ports.of(settings);
    ports.requireFree(isSimulated(settings));
    var surroundings = new Surroundings(settings, DataDirectory.open(settings));
    try {
      surroundings.start(ports);
      return surroundings;
    } catch (RuntimeException e) {
      surroundings.close();
      throw e;
    }
  }

  private void start(Ports ports) {
    configure(DataDirectory.PROPERTY, data.root().toString());
    configure("steward.credential.local.directory", data.root().resolve("credentials").toString());
    if (!settings.has("steward.jwt.jwks-url")) {
      configureIssuer();
    }
    if (!settings.has("quarkus.datasource.jdbc.url")) {
      startPostgres();
    }
    if (isSimulated(settings)) {
      startSandbox(ports.sandbox().number());
    }
  }

  private void configureIssuer() {
    Path published = IssuerKey.in(data.root()).publish(data.root());
    configure("steward.jwt.issuer", "https://steward.local");
    configure("steward.jwt.audience", "steward");
    configure("steward.jwt.jwks-url", published.toUri().toString());
  }

  private void startPostgres() {
    LocalPostgres postgres =
        LocalPostgres.start(data.postgres(), data.root().resolve("postgres.log"));
    started.push(postgres);
    configure("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
    configure("quarkus.datasource.username", "postgres");
    configure("quarkus.datasource.password", "postgres");
  }

  private void startSandbox(int port) {
    Sandbox sandbox = Sandbox.start(SandboxOptions.onPort(port).keptIn(data.sandbox()));
    started.push(sandbox);
    configure(SANDBOX, sandbox.url());
    configure("steward.instantly.base-url", sandbox.url());
  }

  /** Whether Instantly is the sandbox. */
  private static boolean isSimulated(Settings settings) {
    return !settings.has("steward.instantly.base-url");
  }

  private static void configure(String property, String value) {
    System.setProperty(property, value);
  }

  @Override
  public void close() {
    started.forEach(Surroundings::close);
    data.close();
  }

  private static void close(AutoCloseable each) {
    try {
      each.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
