package agency.steward.instantly.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BodyTest {
  private static final int LIMIT = 8 * 1024 * 1024;

  private final Body body = new Body(LIMIT);

  @Test
  void whatIsOnlyAnnouncedTakesNoMemory() {
    assertThat(body.expect(LIMIT)).isTrue();
    assertThat(body.room()).isZero();

    body.add(Buffer.buffer("x"));

    assertThat(body.room()).isLessThanOrEqualTo(64 * 1024);
  }

  @Test
  void aUsualPageOfKnownLengthIsNeverCopied() {
    body.expect(50_000);
    body.add(Buffer.buffer(new byte[16_000]));

    assertThat(body.room()).isEqualTo(50_000);
  }

  @Test
  void moreThanTheLimitIsNotTakenWhateverIsAnnounced() {
    assertThat(body.expect(LIMIT + 1L)).isFalse();
    assertThat(body.takes(LIMIT)).isTrue();
    body.add(Buffer.buffer(new byte[LIMIT]));
    assertThat(body.takes(1)).isFalse();
  }

  @Property(tries = 200)
  void theBytesComeOutAsTheyCameIn(
      @ForAll @IntRange(min = -1, max = 300_000) int announced,
      @ForAll @Size(max = 6) List<@IntRange(max = 70_000) Integer> chunks) {
    var came = new ByteArrayOutputStream();
    var taken = new Body(LIMIT);
    taken.expect(announced);
    for (int chunk : chunks) {
      byte[] bytes = new byte[chunk];
      java.util.Arrays.fill(bytes, (byte) came.size());
      came.writeBytes(bytes);
      int room = taken.roomWith(chunk);
      taken.add(Buffer.buffer(bytes));
      assertThat(taken.room()).isEqualTo(room);
      assertThat(taken.room()).isLessThanOrEqualTo(Math.max(64 * 1024, 2 * came.size()));
    }

    assertThat(taken.whole()).isEqualTo(came.toByteArray());
  }
}
