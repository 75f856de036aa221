package agency.steward.web;

import agency.steward.sql.QueryStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The one row that holds the secret. */
@ApplicationScoped
class SharedSecretStore {
  private final QueryStore database;

  SharedSecretStore(QueryStore database) {
    this.database = database;
  }

  /** The secret that is there, or this one where there is none yet. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  byte[] load(byte[] fresh) {
    database
        .query("insert into shared_secret (value) values (:fresh) on conflict do nothing")
        .set("fresh", fresh)
        .update();
    return database.query("select value from shared_secret").value(byte[].class);
  }
}
