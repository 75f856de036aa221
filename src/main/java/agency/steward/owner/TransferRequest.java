package agency.steward.owner;

import agency.steward.problem.Problem;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom, and Instantly's token for it. */
@Schema(description = "Who is to own the workspace, and Instantly's token for the transfer")
record TransferRequest(
    @Schema(
            required = true,
            description = "Of somebody who has accepted their invitation",
            examples = "ann@client.example")
        Optional<String> email,
    @Schema(
            required = true,
            writeOnly = true,
            description = "Sent on to Instantly, kept nowhere, never shown")
        Optional<String> sec) {
  private static final int LONGEST = 254;

  /** Throws {@code VALIDATION_FAILED} naming {@code /email} for what can be no address. */
  String address() {
    return email
        .map(String::strip)
        .filter(text ->
            text.length() <= LONGEST && text.matches("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+"))
        .orElseThrow(() ->
            Problem.invalid("/email", "email is the address of a member of the workspace")
                .thrown());
  }

  Sec token() {
    return Sec.of(sec.orElse(""));
  }

  /** Not the generated one, which would show the secret. */
  @Override
  public String toString() {
    return "TransferRequest[" + email + "]";
  }
}
