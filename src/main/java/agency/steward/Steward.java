package agency.steward;

import agency.steward.boot.Readiness;
import agency.steward.web.RequestLine;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts Steward where it is meant to serve: only with everything it needs, and with everything
 * that is missing named at once, before anything else happens. Whatever profile is asked for at run
 * time, there is no way around it; the local profile is another build with a start of its own.
 */
@QuarkusMain
public final class Steward {
  private Steward() {}

  public static void main(String... args) {
    Config config = ConfigProvider.getConfig();
    Readiness readiness = Readiness.of(property -> config.getOptionalValue(property, String.class));
    readiness.warned().forEach(line -> System.err.println("Warning: " + line));
    if (!readiness.mayStart()) {
      System.err.println("Steward does not start:");
      readiness.obstacles().forEach(line -> System.err.println("  " + line));
      System.exit(1);
    }
    RequestLine.judgesUris();
    Quarkus.run(args);
  }
}
