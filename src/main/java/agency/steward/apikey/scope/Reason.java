package agency.steward.apikey.scope;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a key may do more than a key should (contract 4, facts.md 1.2 and 6 #9). */
public enum Reason {
  /** {@code all:*}, whatever the action: it reaches what Instantly will add, too. */
  ALL_SCOPES,
  /** Mints keys that may do anything; and Instantly's list may show the values of the others. */
  API_KEYS,
  /** Renames the workspace, but also transfers its owner; or has it removed. */
  WORKSPACE_WRITE,
  /** Makes people admins. */
  WORKSPACE_MEMBERS_WRITE,
  /** Hands the workspace to an agency's group, or takes it from one. */
  WORKSPACE_GROUP_MEMBERS_WRITE,
  /** Probably the {@code sec} that an owner transfer takes; no operation says. */
  SECURITY_TOKENS,
  /** No operation says what it does. */
  AUTH,
  /** A key of a group's admin workspace acts in every sub workspace as well (facts.md 1.4). */
  GROUP_ADMIN_REACH;

  private static final Set<String> HARMLESS_WORKSPACE = Set.of("read", "create");

  /** As it stands in answers. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Unknown actions of a resource that escalates count as writes. */
  static Optional<Reason> of(Scope scope) {
    boolean reads = scope.action().equals("read");
    return switch (scope.resource()) {
      case Catalogue.ALL -> Optional.of(ALL_SCOPES);
      case "api_keys" -> Optional.of(API_KEYS);
      case "security_tokens" -> Optional.of(SECURITY_TOKENS);
      case "auth" -> Optional.of(AUTH);
      case "workspaces" ->
          HARMLESS_WORKSPACE.contains(scope.action())
              ? Optional.empty()
              : Optional.of(WORKSPACE_WRITE);
      case "workspace_members" -> reads ? Optional.empty() : Optional.of(WORKSPACE_MEMBERS_WRITE);
      case "workspace_group_members" ->
          reads ? Optional.empty() : Optional.of(WORKSPACE_GROUP_MEMBERS_WRITE);
      default -> Optional.empty();
    };
  }
}
