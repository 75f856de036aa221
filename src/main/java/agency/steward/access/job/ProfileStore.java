package agency.steward.access.job;

import agency.steward.sql.Query;
import agency.steward.sql.QueryStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of the agency's own profiles. */
@ApplicationScoped
class ProfileStore implements OwnProfiles {
  private static final String NAMED = "SELECT * FROM profile WHERE name = :name";
  private static final String WRITE =
      """
      INSERT INTO profile (name, instantly_role, permissions, key_scopes, rights, version, updated_by, updated_at)
      VALUES (:name, :instantly_role, :permissions, :key_scopes, :rights, :version, :updated_by, :updated_at)
      ON CONFLICT (name) DO UPDATE SET instantly_role = excluded.instantly_role, permissions = excluded.permissions,
        key_scopes = excluded.key_scopes, rights = excluded.rights, version = excluded.version,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at
      """;

  private final QueryStore database;

  ProfileStore(QueryStore database) {
    this.database = database;
  }

  @Override
  @Transactional
  public List<Profile> named(Set<String> names) {
    return database
        .query("SELECT * FROM profile WHERE name = ANY (:names)")
        .set("names", names.toArray(String[]::new))
        .list(row -> ProfileRows.read(row).profile());
  }

  @Override
  @Transactional
  public List<Profile> all() {
    return database.query("SELECT * FROM profile").list(row -> ProfileRows.read(row).profile());
  }

  @Transactional
  Optional<KeptProfile> find(String name) {
    return one(NAMED, name);
  }

  /** Nobody else changes or removes it, or grants it, until this transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<KeptProfile> lock(String name) {
    return one(NAMED + " FOR NO KEY UPDATE", name);
  }

  /** Nobody changes or removes it until this transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean hold(String name) {
    return one(NAMED + " FOR SHARE", name).isPresent();
  }

  private Optional<KeptProfile> one(String sql, String name) {
    return database.query(sql).set("name", name).first(ProfileRows::read);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void write(KeptProfile kept) {
    Query write = database.query(WRITE);
    ProfileRows.write(kept, write);
    write.update();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void remove(String name) {
    database.query("DELETE FROM profile WHERE name = :name").set("name", name).update();
  }
}
