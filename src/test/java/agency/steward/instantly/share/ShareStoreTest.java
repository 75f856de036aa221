package agency.steward.instantly.share;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.instantly.pace.Amount;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShareStoreTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final Need NEED = new Need(new Amount(3, 4), new Amount(5, 6));

  private ShareStore store;

  @BeforeEach
  void anEmptyDatabase() throws Exception {
    store = new ShareStore(QuotaDatabase.create());
  }

  private static Member member(long beat, Stage stage) {
    return new Member(beat, new Part(0.5, 1.0 / 3), stage, "process");
  }

  private static Claim claim(int second, int minute) {
    return new Claim(new Amount(second, minute), NEED);
  }

  /** Two replicas and two buckets. */
  private Table filled() {
    var draft = new Draft(store.read());
    draft.put(ONE, member(1, Stage.LIVE));
    draft.put(OTHER, member(7, Stage.LAPSED));
    draft.claim("a", ONE, claim(1, 2));
    draft.claim("a", OTHER, claim(0, 0));
    draft.claim("b", ONE, claim(100, 0));
    assertThat(store.write(store.read(), draft.table())).isTrue();
    return draft.table();
  }

  @Test
  void whatIsWrittenIsRead() {
    Table written = filled();

    Table read = store.read();

    assertThat(read.round()).isEqualTo(written.round() + 1);
    assertThat(read.members()).isEqualTo(written.members());
    assertThat(read.claims()).isEqualTo(written.claims());
  }

  @Test
  void whatChangesIsChangedAndWhatIsGoneIsGone() {
    filled();
    Table before = store.read();
    var draft = new Draft(before);
    draft.put(ONE, member(2, Stage.LEFT));
    draft.remove(OTHER);
    draft.claim("a", ONE, claim(50, 60));
    draft.release("b");

    assertThat(store.write(before, draft.table())).isTrue();

    assertThat(store.read().members()).isEqualTo(draft.table().members());
    assertThat(store.read().claims()).isEqualTo(draft.table().claims());
  }

  @Test
  void whoeverHasReadBeforeAnotherWroteWritesNothing() {
    Table stale = store.read();
    filled();
    Table present = store.read();
    var draft = new Draft(stale);
    draft.put(ONE, member(9, Stage.LIVE));
    draft.claim("c", ONE, claim(1, 1));

    assertThat(store.write(stale, draft.table())).isFalse();

    assertThat(store.read()).isEqualTo(present);
  }

  @Test
  void whoeverIsGivenUpIsNotHeardOfByRenewing() {
    Table filled = filled();

    assertThat(store.renew(ONE, 42)).isTrue();
    assertThat(store.renew(OTHER, 42)).isFalse();
    assertThat(store.renew(new UUID(0, 3), 42)).isFalse();

    assertThat(store.read().members().get(ONE)).isEqualTo(member(42, Stage.LIVE));
    assertThat(store.write(filled, filled)).isFalse();
  }
}
