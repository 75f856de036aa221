package agency.steward.local;

import agency.steward.boot.Settings;
import java.nio.file.Path;

/** What is said when everything is up: where it is, and something to try. */
record Welcome(String api, Settings settings) {

  String text() {
    return """

    Steward is ready. Ctrl-C ends it; what it knows stays in %s
      API        %s, described at %s/q/swagger-ui
      Health     http://127.0.0.1:%d/q/health
      Instantly  %s

    Paste this into another terminal:
      TOKEN=$(curl -s '%s/local/token?sub=ann@agency.example')
      curl -s -H "Authorization: Bearer $TOKEN" '%s/v1/members?format=csv&search=finn'
    """
        .formatted(data(), api, api, Ports.of(settings).health().number(), instantly(), api, api);
  }

  private Path data() {
    return Path.of(settings.value(DataDirectory.PROPERTY).orElseThrow());
  }

  private String instantly() {
    return settings
        .value(Surroundings.SANDBOX)
        .map(url -> url + ", simulated")
        .orElseGet(() -> settings.value("steward.instantly.base-url").orElse("by configuration"));
  }
}
