package agency.steward.inspection;

import agency.steward.ledger.Verification;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What looking through the chain has shown, as it goes out. */
@Schema(name = "LedgerVerification", description = "Whether the chain is whole")
record VerificationView(
    @Schema(required = true) boolean ok,
    @Schema(description = "How many entries there are; only where the chain is whole")
        Optional<Long> entries,
    @Schema(description = "The hash of the last entry; only where the chain is whole")
        Optional<String> head,
    @Schema(description = "The first entry that is not as it was written")
        Optional<BadEntry> firstBad) {

  /** The place where the chain breaks. */
  @Schema(name = "BadLedgerEntry")
  record BadEntry(
      @Schema(required = true) long seq,
      @Schema(required = true, description = "What is wrong there") String detail) {}

  static VerificationView of(Verification verification) {
    return switch (verification) {
      case Verification.Unbroken whole ->
          new VerificationView(
              true, Optional.of(whole.entries()), Optional.of(whole.head()), Optional.empty());
      case Verification.Broken broken ->
          new VerificationView(
              false,
              Optional.empty(),
              Optional.empty(),
              Optional.of(new BadEntry(broken.seq(), broken.why())));
    };
  }
}
