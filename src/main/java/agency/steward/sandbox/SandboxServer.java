package agency.steward.sandbox;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The sandbox as a program: {@code SANDBOX_PORT} (8090), and {@code SANDBOX_DATA}, a directory in
 * which its state survives it.
 */
public final class SandboxServer {
  private static final String DEFAULT_PORT = "8090";

  private SandboxServer() {}

  public static void main(String[] args) throws InterruptedException {
    Sandbox sandbox;
    try {
      sandbox = Sandbox.start(options());
    } catch (PortInUseException | IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
    System.out.println("The simulated Instantly answers on " + sandbox.url() + "/api/v2");
    System.out.println("Its control surface is " + sandbox.url() + "/_sandbox/workspaces");
    new CountDownLatch(1).await();
  }

  private static SandboxOptions options() {
    var options = SandboxOptions.onPort(port());
    String data = System.getenv("SANDBOX_DATA");
    return data == null || data.isBlank() ? options : options.keptIn(Path.of(data));
  }

  private static int port() {
    String port = System.getenv().getOrDefault("SANDBOX_PORT", DEFAULT_PORT);
    if (!port.matches("\\d{1,5}")) {
      throw new IllegalArgumentException("SANDBOX_PORT must be a port, not \"" + port + "\"");
    }
    return Integer.parseInt(port);
  }
}
