package agency.steward.apikey;

import agency.steward.apikey.change.KeyProfiles;
import agency.steward.apikey.change.WantedKey;
import agency.steward.apikey.scope.AskedScopes;
import agency.steward.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Turns what was asked for into the key that is to be made, or says what is wrong with it. */
@ApplicationScoped
class WantedKeys {
  private static final String VAULT = "vault";

  private final KeyProfiles profiles;

  WantedKeys(KeyProfiles profiles) {
    this.profiles = profiles;
  }

  WantedKey of(KeyRequest asked) {
    asked
        .deliverTo()
        .filter(to -> !to.equals(VAULT))
        .ifPresent(to -> {
          throw Problem.invalid(
                  "/deliver_to", "deliver_to is vault; leave it out to get the value in the answer")
              .thrown();
        });
    return new WantedKey(
        WantedKey.named(asked.name().orElse(""), fault -> refuse("/name", fault)),
        scopes(asked),
        asked.deliverTo().isPresent());
  }

  private List<String> scopes(KeyRequest asked) {
    if (asked.scopes().isPresent() == asked.profile().isPresent()) {
      throw Problem.invalid(
              asked.scopes().isPresent() ? "/profile" : "/scopes",
              "Say either scopes (such as campaigns:read) or profile, not both")
          .thrown();
    }
    return asked
        .scopes()
        .map(AskedScopes::acceptable)
        .orElseGet(() ->
            profiles.scopes(asked.profile().orElseThrow(), fault -> refuse("/profile", fault)));
  }

  private static void refuse(String where, String why) {
    throw Problem.invalid(where, why).thrown();
  }
}
