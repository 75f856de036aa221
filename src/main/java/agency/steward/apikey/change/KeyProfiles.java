package agency.steward.apikey.change;

import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.apikey.scope.Recipes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a key of a profile, or of a recipe, may do. */
@ApplicationScoped
public class KeyProfiles {
  private final Profiles profiles;

  KeyProfiles(Profiles profiles) {
    this.profiles = profiles;
  }

  /**
   * Its scopes.
   *
   * @param fault takes what is wrong with the name
   */
  public List<String> scopes(String name, Consumer<String> fault) {
    Optional<List<String>> scopes =
        Recipes.find(name).or(() -> profiles.find(name).map(Profile::keyScopes));
    if (scopes.isEmpty()) {
      fault.accept("There is no such profile for keys. There are: " + names());
    } else if (scopes.get().isEmpty()) {
      fault.accept("A key of this profile could do nothing; it has no scopes");
    }
    return scopes.orElseGet(List::of);
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
