package agency.steward.registration.asked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialBodyTest {

  @Test
  void itNeverShowsTheKey() {
    var body =
        new CredentialBody(
            Optional.of("own_key"), Optional.of("very-secret"), Optional.empty(), Optional.empty());
    var whole =
        new RegisterBody(Optional.of(body), Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(body.toString() + whole + body.entry("", id -> null)).doesNotContain("very-secret");
  }
}
