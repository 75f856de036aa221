package agency.steward.access.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Whose tokens count here, and what the groups in them mean. */
@ConfigMapping(prefix = "steward.jwt")
public interface AccessConfig {

  /** The {@code iss} a token must carry. {@code STEWARD_JWT_ISSUER}. */
  Optional<String> issuer();

  /** Where the issuer publishes its keys, as a JWK set. {@code STEWARD_JWT_JWKS_URL}. */
  Optional<String> jwksUrl();

  /** The {@code aud} a token must carry. {@code STEWARD_JWT_AUDIENCE}. */
  Optional<String> audience();

  /**
   * The claim with the caller's groups; a path with {@code /} where it is nested, such as {@code
   * realm_access/roles}. A claim whose own name is exactly this comes first. {@code
   * STEWARD_JWT_GROUPS_CLAIM}.
   */
  @WithDefault("groups")
  String groupsClaim();

  /**
   * Other names for the fleet roles: {@code their-name=agency-admin}, separated by commas. The
   * roles' own names always count. {@code STEWARD_ROLE_MAP}.
   */
  Optional<List<String>> roleMap();
}
