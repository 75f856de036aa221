package agency.steward.instantly.body;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PlainTest {

  @Property(tries = 500)
  void itEndsAtTheFirstByteThatIsToBeLookedAt(
      @ForAll @Size(max = 40) byte[] text, @ForAll @IntRange(max = 40) int from) {
    int begin = Math.min(from, text.length);
    int end = Plain.end(text, begin);
    for (int i = begin; i < end; i++) {
      assertThat(isPlain(text[i])).isTrue();
    }
    assertThat(end > text.length - Long.BYTES || !isPlain(text[end])).isTrue();
  }

  @Property
  void eachByteIsToldFromItsNeighbours(@ForAll byte one, @ForAll @IntRange(max = 7) int place) {
    byte[] text = "abcdefgh".getBytes(US_ASCII);
    text[place] = one;
    assertThat(Plain.end(text, 0)).isEqualTo(isPlain(one) ? text.length : place);
  }

  private static boolean isPlain(byte each) {
    return each >= ' ' && each != '"' && each != '\\';
  }
}
