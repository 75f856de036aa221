package agency.steward.local;

import agency.steward.boot.Settings;
import java.nio.file.Path;

/** What is said when everything is up: where it is, and something to try. */
record Welcome(Ports ports, Settings settings) {

  String text() {
    String api = "http://127.0.0.1:" + ports.api().number();
    return """

    Steward is ready. Ctrl-C ends it; what it knows stays in %s
      API        %s
      Health     http://127.0.0.1:%d/q/health
      Instantly  %s

    Paste this into another terminal:
      TOKEN=$(curl -s '%s/local/token?sub=ann@agency.example')
      curl -s -H "Authorization: Bearer $TOKEN" '%s/v1/members?format=csv&search=ann'
    """
        .formatted(data(), api, ports.health().number(), instantly(), api, api);
  }

  private Path data() {
    return Path.of(settings.value(DataDirectory.PROPERTY).orElseThrow());
  }

  private String instantly() {
    return Surroundings.simulated(settings)
        ? "http://127.0.0.1:%d, simulated".formatted(ports.sandbox().number())
        : settings.value("steward.instantly.base-url").orElseThrow();
  }
}
