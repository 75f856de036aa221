package agency.steward.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** The one row that holds the secret. */
@ApplicationScoped
class SharedSecretStore {
  private final EntityManager database;

  SharedSecretStore(EntityManager database) {
    this.database = database;
  }

  /** The secret that is there, or this one where there is none yet. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  byte[] load(byte[] fresh) {
    database
        .createNativeQuery(
            "insert into shared_secret (value) values (:fresh) on conflict do nothing")
        .setParameter("fresh", fresh)
        .executeUpdate();
    return (byte[])
        database
            .createNativeQuery("select value from shared_secret", byte[].class)
            .getSingleResult();
  }
}
