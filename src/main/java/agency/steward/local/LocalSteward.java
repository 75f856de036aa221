package agency.steward.local;

import agency.steward.boot.Settings;
import agency.steward.local.issuer.Issuer;
import agency.steward.local.rehearsal.Rehearsal;
import agency.steward.local.seed.SimulatedAgency;
import agency.steward.web.RequestLine;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.vertx.http.HttpServer;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Starts Steward on one machine, with everything it needs beside it. The production package has
 * another start and lacks what this one is made of.
 */
@QuarkusMain(name = "local")
@IfBuildProfile("local")
public final class LocalSteward implements QuarkusApplication {
  private static final Logger LOG = Logger.getLogger(LocalSteward.class);
  private static final String STARTED = "steward.local.started";
  private static final Settings SETTINGS =
      property ->
          Optional.ofNullable(System.getProperty(property))
              .or(() -> Optional.ofNullable(System.getenv(Settings.environment(property))));

  public static void main(String... args) {
    if (System.getProperty(STARTED) == null) { // live reload comes here again
      startSurroundings();
    }
    SETTINGS
        .value("steward.local.parent")
        .map(pid -> new Parent(Long.parseLong(pid)))
        .ifPresent(parent -> parent.atEnd(() -> System.exit(0)));
    RequestLine.judgesUris();
    Quarkus.run(LocalSteward.class, args);
  }

  private static void startSurroundings() {
    try {
      Surroundings surroundings = Surroundings.start(SETTINGS, System::setProperty);
      System.setProperty(STARTED, "true");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(surroundings)));
    } catch (CannotStart e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Only when Steward itself is down: until then it writes. */
  private static void end(Surroundings surroundings) {
    var steward = ApplicationLifecycleManager.getCurrentApplication();
    if (steward != null) {
      steward.awaitShutdown();
    }
    surroundings.close();
  }

  private final SimulatedAgency agency;
  private final Rehearsal rehearsal;
  private final Issuer issuer;
  private final HttpServer server;

  LocalSteward(SimulatedAgency agency, Rehearsal rehearsal, Issuer issuer, HttpServer server) {
    this.agency = agency;
    this.rehearsal = rehearsal;
    this.issuer = issuer;
    this.server = server;
  }

  @Override
  public int run(String... args) {
    var welcome = new Welcome("http://127.0.0.1:" + server.getPort(), SETTINGS);
    openAgency(welcome.api());
    issuer.open();
    if (SETTINGS.has("steward.local.rehearse")) {
      SETTINGS
          .value(Surroundings.SANDBOX)
          .ifPresent(sandbox -> rehearsal.hold(welcome.api(), management(), sandbox));
    } else {
      System.out.println(welcome.text());
      Quarkus.waitForExit();
    }
    return 0;
  }

  private String management() {
    return "http://127.0.0.1:" + server.getManagementPort();
  }

  /** Steward is of use without it, so that a failure is said and not fatal. */
  private void openAgency(String api) {
    try {
      SETTINGS.value(Surroundings.SANDBOX).ifPresent(sandbox -> agency.open(api, sandbox));
    } catch (RuntimeException e) {
      LOG.error("The simulated agency is not complete; the next start goes on with it", e);
    }
  }
}
