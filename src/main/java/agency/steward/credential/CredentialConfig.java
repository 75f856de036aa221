package agency.steward.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the keys of the workspaces lie. */
@ConfigMapping(prefix = "steward.credential")
public interface CredentialConfig {

  /**
   * Chosen when Steward is built, not when it starts: {@code local} exists only in builds of the
   * local profile and of the tests.
   */
  @WithDefault("vault")
  Store store();

  /** The encrypted files of the local profile. */
  Local local();

  /** The kinds of store. */
  enum Store {
    VAULT,
    LOCAL
  }

  /** The encrypted files of the local profile. */
  interface Local {

    /**
     * The directory of the files and of the key they are encrypted with; made where it is missing,
     * for its owner only. {@code STEWARD_CREDENTIAL_LOCAL_DIRECTORY}.
     */
    @WithDefault("${STEWARD_LOCAL_DATA:.steward}/credentials")
    Path directory();
  }
}
