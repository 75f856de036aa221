package agency.steward.local;

import agency.steward.boot.Settings;
import agency.steward.local.issuer.IssuerKey;
import agency.steward.local.postgres.LocalPostgres;
import agency.steward.sandbox.Sandbox;
import agency.steward.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/**
 * What Steward needs around it and has to be elsewhere in production: a database, an identity
 * provider, Instantly. Whatever is configured is used, the rest is started here.
 */
final class Surroundings implements AutoCloseable {
  /** Where the sandbox answers, if one was started. */
  static final String SANDBOX = "steward.local.sandbox";

  private final Settings settings;
  private final BiConsumer<String, String> configure;
  private final DataDirectory data;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  private Surroundings(
      Settings settings, BiConsumer<String, String> configure, DataDirectory data) {
    this.settings = settings;
    this.configure = configure;
    this.data = data;
  }

  /**
   * Throws {@link CannotStart} with a sentence for the person at the keyboard.
   *
   * @param configure takes a property and its value: where what was started is
   */
  static Surroundings start(Settings settings, BiConsumer<String, String> configure) {
    Ports ports = Ports.of(settings);
    ports.requireFree(isSimulated(settings));
    var surroundings = new Surroundings(settings, configure, DataDirectory.open(settings));
    try {
      surroundings.start(ports);
      return surroundings;
    } catch (RuntimeException e) {
      surroundings.close();
      throw e;
    }
  }

  private void start(Ports ports) {
    configure.accept(DataDirectory.PROPERTY, data.root().toString());
    configure.accept(
        "steward.credential.local.directory", data.root().resolve("credentials").toString());
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
    Path published = IssuerKey.published(data.root());
    configure.accept("steward.jwt.issuer", "https://steward.local");
    configure.accept("steward.jwt.audience", "steward");
    configure.accept("steward.jwt.jwks-url", "file:" + published); // as it is: nobody decodes it
  }

  private void startPostgres() {
    LocalPostgres postgres =
        LocalPostgres.start(data.postgres(), data.root().resolve("postgres.log"));
    started.push(postgres);
    configure.accept("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
    configure.accept("quarkus.datasource.username", "postgres");
    configure.accept("quarkus.datasource.password", "postgres");
  }

  private void startSandbox(int port) {
    Sandbox sandbox = Sandbox.start(SandboxOptions.onPort(port).keptIn(data.sandbox()));
    started.push(sandbox);
    configure.accept(SANDBOX, sandbox.url());
    configure.accept("steward.instantly.base-url", sandbox.url());
  }

  /** Whether Instantly is the sandbox. */
  private static boolean isSimulated(Settings settings) {
    return !settings.has("steward.instantly.base-url");
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
