package agency.steward.local;

import agency.steward.boot.Settings;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;

/**
 * Starts Steward on one machine, with everything it needs beside it. The production package has
 * another start and lacks what this one is made of.
 */
@QuarkusMain(name = "local")
@IfBuildProfile("local")
public final class LocalSteward implements QuarkusApplication {
  private static final String STARTED = "steward.local.started";
  private static final Settings SETTINGS =
      property ->
          Optional.ofNullable(System.getProperty(property))
              .or(() -> Optional.ofNullable(System.getenv(Settings.environment(property))));

  public static void main(String... args) {
    if (System.getProperty(STARTED) == null) { // live reload comes here again
      startSurroundings();
    }
    Quarkus.run(LocalSteward.class, args);
  }

  private static void startSurroundings() {
    try {
      Surroundings surroundings = Surroundings.start(SETTINGS);
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

  @Override
  public int run(String... args) {
    System.out.println(new Welcome(Ports.of(SETTINGS), SETTINGS).text());
    Quarkus.waitForExit();
    return 0;
  }
}
