package agency.steward.changeset.lane;

import agency.steward.changeset.SharedGround;
import agency.steward.changeset.SurveyedKind;
import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.stored.RecordedChange;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** A row that is to be made, with who makes it. */
public record LaneRow(RecordedChange row, Attempt attempt) {

  /** As whoever looks for its outcome has to know it. */
  public LaneRow begun(Instant at) {
    return new LaneRow(row, attempt.begun(at));
  }

  /** Of all its fields it would be read to the bottom of its JSON, for each of many maps. */
  @Override
  public int hashCode() {
    return row.seq();
  }

  public int seq() {
    return row.seq();
  }

  public String lock() {
    return attempt.intent().lock();
  }

  /** Where it can be read and read back together with others. */
  public Optional<SurveyedKind> surveyed() {
    return attempt.kind() instanceof SurveyedKind kind ? Optional.of(kind) : Optional.empty();
  }

  public Optional<SharedGround> ground() {
    return attempt.kind().sharedGround(attempt.change());
  }

  public boolean isAlone() {
    return surveyed().isEmpty() || ground().isPresent() || attempt.kind().isOneByOne();
  }

  /** Whether it can be compared with the page that its subject is on: no other tells of it. */
  public boolean isPaged() {
    var change = attempt.change();
    return change.objectId().isPresent()
        && change.before().isPresent()
        && surveyed().filter(SurveyedKind::isPaged).isPresent();
  }

  public boolean isSubject(ObjectNode object) {
    return surveyed()
        .filter(kind -> kind.isSubject(object, attempt.intent(), attempt.change()))
        .isPresent();
  }
}
