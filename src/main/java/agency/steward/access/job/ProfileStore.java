package agency.steward.access.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;

/** The table of the agency's own profiles. */
@ApplicationScoped
class ProfileStore implements OwnProfiles {
  private final StatelessSession session;

  ProfileStore(StatelessSession session) {
    this.session = session;
  }

  @Override
  @Transactional
  public List<Profile> named(Set<String> names) {
    return session
        .createSelectionQuery("from ProfileRow where name in :names", ProfileRow.class)
        .setParameterList("names", names)
        .getResultList()
        .stream()
        .map(row -> ProfileRows.read(row).profile())
        .toList();
  }

  @Override
  @Transactional
  public List<Profile> all() {
    return session
        .createSelectionQuery("from ProfileRow", ProfileRow.class)
        .getResultList()
        .stream()
        .map(row -> ProfileRows.read(row).profile())
        .toList();
  }

  @Transactional
  Optional<KeptProfile> find(String name) {
    return Optional.ofNullable(session.get(ProfileRow.class, name)).map(ProfileRows::read);
  }

  /** Nobody else changes or removes it, or grants it, until this transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<KeptProfile> lock(String name) {
    return locked(name, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Nobody changes or removes it until this transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean hold(String name) {
    return locked(name, LockModeType.PESSIMISTIC_READ).isPresent();
  }

  private Optional<KeptProfile> locked(String name, LockModeType mode) {
    return session
        .createSelectionQuery("from ProfileRow where name = :name", ProfileRow.class)
        .setParameter("name", name)
        .setLockMode(mode)
        .uniqueResultOptional()
        .map(ProfileRows::read);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void write(KeptProfile kept) {
    session.upsert(ProfileRows.write(kept));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void remove(String name) {
    session
        .createMutationQuery("delete from ProfileRow where name = :name")
        .setParameter("name", name)
        .executeUpdate();
  }
}
