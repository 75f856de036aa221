package agency.steward.access.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/** The table of the grants. */
@ApplicationScoped
class GrantStore {
  private final StatelessSession session;

  GrantStore(StatelessSession session) {
    this.session = session;
  }

  /** What these principals hold now. */
  @Transactional
  List<Grant> live(Set<String> principals, Instant now) {
    return values(
        session
            .createSelectionQuery(
                "from GrantRow where principal in :principals and revokedAt is null"
                    + " and (expiresAt is null or expiresAt > :now)",
                GrantRow.class)
            .setParameterList("principals", principals)
            .setParameter("now", now));
  }

  @Transactional
  Optional<Grant> find(UUID id) {
    return values(
            session
                .createSelectionQuery(
                    "from GrantRow where id = :id and revokedAt is null", GrantRow.class)
                .setParameter("id", id))
        .stream()
        .findFirst();
  }

  /** As it was granted, revoked or not. */
  @Transactional
  Optional<Grant> findEver(UUID id) {
    return Optional.ofNullable(session.get(GrantRow.class, id)).map(GrantRows::read);
  }

  /** Those not revoked, in the order in which they were granted. */
  @Transactional
  List<Grant> page(Optional<String> principal, UUID after, int limit) {
    String ofPrincipal = principal.isPresent() ? " and principal = :principal" : "";
    var query =
        session
            .createSelectionQuery(
                "from GrantRow where revokedAt is null and id > :after"
                    + ofPrincipal
                    + " order by id",
                GrantRow.class)
            .setParameter("after", after)
            .setMaxResults(limit);
    principal.ifPresent(p -> query.setParameter("principal", p));
    return values(query);
  }

  /**
   * Those that count no more, the last to end first; an end by itself comes before a revocation.
   */
  @Transactional
  List<EndedGrant> ended(Set<String> principals, Instant now, int limit) {
    return session
        .createSelectionQuery(
            "from GrantRow where principal in :principals"
                + " and (revokedAt is not null or expiresAt <= :now)"
                + " order by least(coalesce(revokedAt, expiresAt), coalesce(expiresAt, revokedAt)) desc",
            GrantRow.class)
        .setParameterList("principals", principals)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(GrantRows::ended)
        .toList();
  }

  @Transactional
  long count(String profile, Instant now) {
    return session
        .createSelectionQuery(
            "select count(*) from GrantRow where profile = :profile and revokedAt is null"
                + " and (expiresAt is null or expiresAt > :now)",
            Long.class)
        .setParameter("profile", profile)
        .setParameter("now", now)
        .getSingleResult();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void insert(Grant grant) {
    session.insert(GrantRows.write(grant));
  }

  /** Whether this call has revoked it; of two at once only one has. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean revoke(UUID id, String by, Instant at) {
    return session
            .createMutationQuery(
                "update GrantRow set revokedBy = :by, revokedAt = :at"
                    + " where id = :id and revokedAt is null")
            .setParameter("by", by)
            .setParameter("at", at)
            .setParameter("id", id)
            .executeUpdate()
        > 0;
  }

  private static List<Grant> values(SelectionQuery<GrantRow> query) {
    return query.getResultList().stream().map(GrantRows::read).toList();
  }
}
