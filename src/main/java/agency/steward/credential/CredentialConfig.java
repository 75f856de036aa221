package agency.steward.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the keys of the workspaces are kept, and how long memory replaces that store if it is away.
 */
@ConfigMapping(prefix = "steward.credential")
public interface CredentialConfig {

  /**
   * Chosen when Steward is built, not when it starts: {@code local} exists only in builds of the
   * local profile and of the tests.
   */
  @WithDefault("vault")
  Store store();

  /** How Vault is used; where it is and how to log in there is {@code quarkus.vault.*}. */
  Vault vault();

  /** The encrypted files of the local profile. */
  Local local();

  /** The kinds of store. */
  enum Store {
    VAULT,
    LOCAL
  }

  /** How Vault is used; where it is and how to log in there is {@code quarkus.vault.*}. */
  interface Vault {

    /**
     * The mount of the KV engine, version 2; the keys lie at {@code
     * <mount>/steward/workspaces/<workspace_id>}. {@code STEWARD_CREDENTIAL_VAULT_MOUNT}.
     */
    @WithDefault("secret")
    String mount();

    /**
     * How long a key that Vault has confirmed is used without asking again: the longest time that a
     * key removed from Vault by hand goes on working.
     */
    @WithDefault("PT10M")
    Duration ttl();

    /**
     * How long after Vault has last confirmed it a key is used while Vault does not answer. Since
     * keys are confirmed anew at half their {@code ttl}, an outage may last this long less that
     * half. At least {@code ttl}.
     */
    @WithDefault("PT1H")
    Duration outage();

    /** How long one request to Vault may take, including the login. */
    @WithDefault("PT3S")
    Duration patience();

    /** How many requests to Vault may be under way at a time; its client has five connections. */
    @WithDefault("5")
    int parallel();
  }

  /** The encrypted files of the local profile. */
  interface Local {

    /**
     * The directory of the files and of the key they are encrypted with; created if it is missing,
     * for its owner only. {@code STEWARD_CREDENTIAL_LOCAL_DIRECTORY}.
     */
    @WithDefault("${STEWARD_LOCAL_DATA:.steward}/credentials")
    Path directory();
  }
}
