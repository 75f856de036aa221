package agency.steward.local;

import agency.steward.boot.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ports of the local profile. They are tried before anything starts, all of them at once. */
record Ports(Port api, Port health, Port sandbox) {

  /**
   * @param host where it listens
   * @param property what sets its number; 0 lets the system choose
   */
  record Port(String host, int number, String property) {

    private Optional<String> obstacle() {
      try (var socket = new ServerSocket()) {
        socket.setReuseAddress(true); // what a program that just ended left behind does not matter
        socket.bind(new InetSocketAddress(host, number));
        return Optional.empty();
      } catch (IOException e) {
        return Optional.of(
            "Port %d cannot be opened (%s): end the program that uses it, or choose another port with %s."
                .formatted(number, e.getMessage(), Settings.environment(property)));
      }
    }
  }

  private static final String LOOPBACK = "127.0.0.1";

  static Ports of(Settings settings) {
    String api = settings.value("quarkus.http.host").orElse(LOOPBACK);
    String health = settings.value("quarkus.management.host").orElse(LOOPBACK);
    return new Ports(
        port(settings, api, "quarkus.http.port", 8080),
        port(settings, health, "quarkus.management.port", 9000),
        port(settings, LOOPBACK, "sandbox.port", 8090));
  }

  private static Port port(Settings settings, String host, String property, int otherwise) {
    try {
      int number = settings.value(property).map(Integer::parseInt).orElse(otherwise);
      if (number < 0 || number > 65535) {
        throw new NumberFormatException();
      }
      return new Port(host, number, property);
    } catch (NumberFormatException e) {
      throw new CannotStart(Settings.environment(property) + " has to be a port number.", e);
    }
  }

  /** Throws {@link CannotStart} naming each port that something else holds. */
  void requireFree(boolean withSandbox) {
    Stream<Port> wanted = withSandbox ? Stream.of(api, health, sandbox) : Stream.of(api, health);
    List<String> obstacles = wanted.map(Port::obstacle).flatMap(Optional::stream).toList();
    if (!obstacles.isEmpty()) {
      throw new CannotStart(String.join("\n", obstacles));
    }
  }
}
