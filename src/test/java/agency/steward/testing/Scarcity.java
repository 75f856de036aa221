package agency.steward.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A database that can be cut off, and no memory for lists of several pages: one start of Quarkus
 * for whoever needs either, since neither is felt by whoever does not.
 */
public final class Scarcity implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("steward.instantly.lists", "1");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return Stream.of(CutOffPostgres.class, TokensResource.class, SandboxResource.class)
        .map(TestResourceEntry::new)
        .toList();
  }

  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }
}
