package agency.steward.testing;

import agency.steward.sandbox.Sandbox;
import agency.steward.sandbox.SandboxOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * One simulated Instantly for all tests of a run; tests share it, so each makes its own workspaces.
 * It is known by a system property, because Quarkus loads resources and tests in different class
 * loaders.
 */
public final class SandboxResource implements QuarkusTestResourceLifecycleManager {
  private static final String URL = "steward.testing.sandbox.url";

  /** Its address, without a slash at the end; starts it when nobody has. */
  public static String url() {
    synchronized (System.getProperties()) {
      String url = System.getProperty(URL);
      if (url == null) {
        url = Sandbox.start(SandboxOptions.onPort(0)).url();
        System.setProperty(URL, url);
      }
      return url;
    }
  }

  @Override
  public Map<String, String> start() {
    return Map.of("steward.instantly.base-url", url());
  }

  @Override
  public void stop() {
    // The JVM ends it: other Quarkus starts of the same run go on using it.
  }
}
