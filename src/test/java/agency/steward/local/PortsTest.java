package agency.steward.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.boot.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

  @Test
  void theContractsPortsAreTheDefaults() {
    Ports ports = Ports.of(settings(Map.of()));
    assertThat(ports.api().number()).isEqualTo(8080);
    assertThat(ports.health().number()).isEqualTo(9000);
    assertThat(ports.sandbox().number()).isEqualTo(8090);
  }

  @Test
  void aPortInUseIsSaidWithItsNumberAndItsVariable() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports =
          Ports.of(
              settings(
                  Map.of(
                      "quarkus.http.port", "0",
                      "quarkus.management.port", "" + taken.getLocalPort(),
                      "sandbox.port", "" + taken.getLocalPort())));
      assertThatThrownBy(() -> ports.requireFree(true))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " cannot be opened")
          .hasMessageContaining("QUARKUS_MANAGEMENT_PORT")
          .hasMessageContaining("SANDBOX_PORT")
          .hasMessageNotContaining("QUARKUS_HTTP_PORT");
    }
  }

  @Test
  void thePortOfASandboxThatIsNotStartedMayBeInUse() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports =
          Ports.of(
              settings(
                  Map.of(
                      "quarkus.http.port", "0",
                      "quarkus.management.port", "0",
                      "sandbox.port", "" + taken.getLocalPort())));
      assertThatCode(() -> ports.requireFree(false)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "-1", "65536", "80 80"})
  void whatIsNoPortIsSaid(String wrong) {
    assertThatThrownBy(() -> Ports.of(settings(Map.of("quarkus.http.port", wrong))))
        .isInstanceOf(CannotStart.class)
        .hasMessage("QUARKUS_HTTP_PORT has to be a port number.");
  }

  private static Settings settings(Map<String, String> values) {
    return property -> Optional.ofNullable(values.get(property));
  }
}
