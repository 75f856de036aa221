package agency.steward.apikey.change;

import agency.steward.credential.ApiKey;
import java.util.Optional;

/** The one key that one request has made: the only place where its value is kept, and how long. */
final class Made {
  private volatile Optional<String> id = Optional.empty();
  private volatile Optional<ApiKey> value = Optional.empty();

  void is(String newId, ApiKey newValue) {
    id = Optional.of(newId);
    value = Optional.of(newValue);
  }

  Optional<String> id() {
    return id;
  }

  Optional<ApiKey> value() {
    return value;
  }
}
