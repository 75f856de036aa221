package agency.steward.apikey;

import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.apikey.change.WantedKey;
import agency.steward.apikey.scope.AskedScopes;
import agency.steward.apikey.scope.Recipes;
import agency.steward.problem.Problem;
import agency.steward.web.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what was asked for into the key that is to be made, or says what is wrong with it. */
@ApplicationScoped
class WantedKeys {
  static final int LONGEST_NAME = 100;
  private static final String VAULT = "vault";

  private final Profiles profiles;

  WantedKeys(Profiles profiles) {
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
        name(asked.name().orElse("")), scopes(asked), asked.deliverTo().isPresent());
  }

  private static String name(String name) {
    String plain = name.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_NAME || !PlainText.is(plain)) {
      throw Problem.invalid(
              "/name", "name has 1 to " + LONGEST_NAME + " characters and no control characters")
          .thrown();
    }
    return plain;
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
        .orElseGet(() -> ofProfile(asked.profile().orElseThrow()));
  }

  private List<String> ofProfile(String name) {
    List<String> scopes =
        Recipes.find(name)
            .or(() -> profiles.find(name).map(Profile::keyScopes))
            .orElseThrow(() ->
                Problem.invalid(
                        "/profile", "There is no such profile for keys. There are: " + names())
                    .thrown());
    if (scopes.isEmpty()) {
      throw Problem.invalid("/profile", "A key of this profile could do nothing; it has no scopes")
          .thrown();
    }
    return scopes;
  }

  private String names() {
    return Stream.concat(
            Recipes.names().stream(),
            profiles.all().stream()
                .filter(profile -> !profile.keyScopes().isEmpty())
                .map(Profile::name))
        .collect(Collectors.joining(", "));
  }
}
