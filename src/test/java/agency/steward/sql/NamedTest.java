package agency.steward.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTest {

  @Test
  void namesBecomeQuestionMarksInTheirOrder() {
    assertThat(Named.of("UPDATE x SET a = :a, b = :b WHERE a = :a"))
        .isEqualTo(new Named("UPDATE x SET a = ?, b = ? WHERE a = ?", List.of("a", "b", "a")));
  }

  @Test
  void aColonInATextAndACastAreNone() {
    String sql = "SELECT '{\"a\": true, \"b\":\"it''s :c\"}'::jsonb, '$1:d', x::text FROM y";
    assertThat(Named.of(sql)).isEqualTo(new Named(sql, List.of()));
  }

  @Test
  void whatFollowsATextIsSeenAgain() {
    assertThat(Named.of("a = ':b' AND c = :d").names()).containsExactly("d");
  }
}
