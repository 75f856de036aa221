package agency.steward.access.grant;

import agency.steward.sql.Query;
import agency.steward.sql.QueryStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The table of the grants. */
@ApplicationScoped
class GrantStore {
  private static final String GRANTS = "SELECT * FROM access_grant WHERE ";
  private static final String LIVE =
      "revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)";
  private static final String ADD =
      """
      INSERT INTO access_grant (id, principal, profile, selector, workspace_ids, tags, expires_at, created_by, created_at)
      VALUES (:id, :principal, :profile, :selector, :workspace_ids, :tags, :expires_at, :created_by, :created_at)
      """;

  private final QueryStore database;

  GrantStore(QueryStore database) {
    this.database = database;
  }

  /** What these principals hold now. */
  @Transactional
  List<Grant> live(Set<String> principals, Instant now) {
    return values(
        database
            .query(GRANTS + "principal = ANY (:principals) AND " + LIVE)
            .set("principals", principals.toArray(String[]::new))
            .set("now", now));
  }

  @Transactional
  Optional<Grant> find(UUID id) {
    return values(database.query(GRANTS + "id = :id AND revoked_at IS NULL").set("id", id)).stream()
        .findFirst();
  }

  /** As it was granted, revoked or not. */
  @Transactional
  Optional<Grant> findEver(UUID id) {
    return values(database.query(GRANTS + "id = :id").set("id", id)).stream().findFirst();
  }

  /** Those not revoked, in the order in which they were granted. */
  @Transactional
  List<Grant> page(Optional<String> principal, UUID after, int limit) {
    String ofPrincipal = principal.isPresent() ? " AND principal = :principal" : "";
    Query query =
        database
            .query(
                GRANTS
                    + "revoked_at IS NULL AND id > :after"
                    + ofPrincipal
                    + " ORDER BY id LIMIT :limit")
            .set("after", after)
            .set("limit", limit);
    principal.ifPresent(p -> query.set("principal", p));
    return values(query);
  }

  /**
   * Those that count no more, the last to end first; an end by itself comes before a revocation.
   */
  @Transactional
  List<EndedGrant> ended(Set<String> principals, Instant now, int limit) {
    return database
        .query(
            GRANTS
                + "principal = ANY (:principals) AND (revoked_at IS NOT NULL OR expires_at <= :now)"
                + " ORDER BY least(revoked_at, expires_at) DESC LIMIT :limit")
        .set("principals", principals.toArray(String[]::new))
        .set("now", now)
        .set("limit", limit)
        .list(row -> GrantRows.ended(GrantRows.of(row)));
  }

  @Transactional
  long count(String profile, Instant now) {
    return database
        .query("SELECT count(*) FROM access_grant WHERE profile = :profile AND " + LIVE)
        .set("profile", profile)
        .set("now", now)
        .value(Long.class);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void insert(Grant grant) {
    GrantRow row = GrantRows.write(grant);
    database
        .query(ADD)
        .set("id", row.id)
        .set("principal", row.principal)
        .set("profile", row.profile)
        .set("selector", row.selector)
        .set("workspace_ids", row.workspaceIds)
        .set("tags", row.tags)
        .set("expires_at", row.expiresAt)
        .set("created_by", row.createdBy)
        .set("created_at", row.createdAt)
        .update();
  }

  /** Whether this call has revoked it; of two at once only one has. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean revoke(UUID id, String by, Instant at) {
    return database
            .query(
                "UPDATE access_grant SET revoked_by = :by, revoked_at = :at"
                    + " WHERE id = :id AND revoked_at IS NULL")
            .set("by", by)
            .set("at", at)
            .set("id", id)
            .update()
        > 0;
  }

  private static List<Grant> values(Query query) {
    return query.list(row -> GrantRows.read(GrantRows.of(row)));
  }
}
