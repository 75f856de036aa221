package agency.steward.changeset.settle;

import agency.steward.changeset.attempt.Recorder;
import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.idempotency.Settlement;
import agency.steward.idempotency.StoredAnswer;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What somebody who repeats a keyed request is told when nobody was left to answer the first. */
@ApplicationScoped
class ChangeSetSettlement implements Settlement {
  private final ChangeStore store;
  private final Heirs heirs;
  private final Settler settler;

  ChangeSetSettlement(ChangeStore store, Heirs heirs, Settler settler) {
    this.store = store;
    this.heirs = heirs;
    this.settler = settler;
  }

  @Override
  public String kind() {
    return Recorder.KIND;
  }

  @Override
  public Optional<StoredAnswer> settle(UUID id) {
    RecordedChange row = row(id);
    if (row.isOpen()) {
      settler.settle(row);
      row = row(id);
    }
    if (row.isOpen()) {
      return row.result() == Result.RUNNING ? Optional.empty() : Optional.of(unknown(row));
    }
    return Optional.of(answer(row));
  }

  private StoredAnswer answer(RecordedChange row) {
    return switch (row.result()) {
      case APPLIED -> success(row, true);
      case ALREADY_SATISFIED -> success(row, false);
      default -> row.problem().map(problem -> failure(row, problem)).orElseGet(() -> unknown(row));
    };
  }

  private StoredAnswer success(RecordedChange row, boolean changed) {
    return heirs
        .of(row)
        .map(inherited ->
            StoredAnswer.of(
                inherited.attempt().answer(inherited.workspace(), changed, row.found())))
        .orElseGet(() -> unknown(row));
  }

  private static StoredAnswer failure(RecordedChange row, ObjectNode problem) {
    ProblemCode code = ProblemCode.valueOf(problem.path("code").asText());
    return failure(row, Problem.of(code, problem.path("detail").asText()));
  }

  private static StoredAnswer unknown(RecordedChange row) {
    return failure(row, Refusals.unknown());
  }

  private static StoredAnswer failure(RecordedChange row, Problem problem) {
    return StoredAnswer.of(Refusals.in(row.changeSet(), problem));
  }

  private RecordedChange row(UUID id) {
    return store.changes(new ChangeSetId(id), Optional.empty(), Optional.empty(), 0, 1).getFirst();
  }
}
