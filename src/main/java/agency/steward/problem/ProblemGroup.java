package agency.steward.problem;

import static agency.steward.problem.ProblemCode.ANSWER_TOO_LARGE;
import static agency.steward.problem.ProblemCode.APPROVAL_REQUIRED;
import static agency.steward.problem.ProblemCode.COVERAGE_INCOMPLETE;
import static agency.steward.problem.ProblemCode.CREDENTIAL_SCOPE_MISSING;
import static agency.steward.problem.ProblemCode.CUSTODY_UNAVAILABLE;
import static agency.steward.problem.ProblemCode.GUARD_VIOLATED;
import static agency.steward.problem.ProblemCode.INVALID_PAGE_TOKEN;
import static agency.steward.problem.ProblemCode.INVALID_PARAMETER;
import static agency.steward.problem.ProblemCode.INVALID_SELECTOR;
import static agency.steward.problem.ProblemCode.NOT_ACCEPTABLE;
import static agency.steward.problem.ProblemCode.OUTCOME_UNKNOWN;
import static agency.steward.problem.ProblemCode.PLAN_FEATURE_REQUIRED;
import static agency.steward.problem.ProblemCode.REFUSED_BY_INSTANTLY;
import static agency.steward.problem.ProblemCode.SUBJECT_BUSY;
import static agency.steward.problem.ProblemCode.UPSTREAM_ERROR;
import static agency.steward.problem.ProblemCode.UPSTREAM_INVALID;
import static agency.steward.problem.ProblemCode.UPSTREAM_RATE_LIMITED;
import static agency.steward.problem.ProblemCode.UPSTREAM_TIMEOUT;
import static agency.steward.problem.ProblemCode.UPSTREAM_UNREACHABLE;
import static agency.steward.problem.ProblemCode.VALIDATION_FAILED;
import static agency.steward.problem.ProblemCode.WORKSPACE_CREDENTIAL_INVALID;
import static agency.steward.problem.ProblemCode.WORKSPACE_CREDENTIAL_MISSING;
import static agency.steward.problem.ProblemCode.WORKSPACE_NOT_FOUND;
import static agency.steward.problem.ProblemCode.WORKSPACE_PLAN_INACTIVE;
import static agency.steward.problem.ProblemCode.WORKSPACE_SUSPENDED;
import static agency.steward.problem.ProblemCode.WRITE_NOT_EFFECTIVE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Problems that many operations share, named once; see {@link Problems#and()}. */
public enum ProblemGroup {
  /** Whatever calls Instantly in one workspace. */
  INSIDE(
      WORKSPACE_NOT_FOUND,
      WORKSPACE_SUSPENDED,
      WORKSPACE_CREDENTIAL_INVALID,
      WORKSPACE_CREDENTIAL_MISSING,
      WORKSPACE_PLAN_INACTIVE,
      CREDENTIAL_SCOPE_MISSING,
      PLAN_FEATURE_REQUIRED,
      REFUSED_BY_INSTANTLY,
      UPSTREAM_ERROR,
      UPSTREAM_INVALID,
      UPSTREAM_TIMEOUT,
      UPSTREAM_UNREACHABLE,
      UPSTREAM_RATE_LIMITED,
      CUSTODY_UNAVAILABLE),
  /** A list in pages. */
  PAGED(INVALID_PARAMETER, INVALID_PAGE_TOKEN),
  /** A change of one row; together with {@link #INSIDE}. */
  ONE_ROW(
      VALIDATION_FAILED,
      GUARD_VIOLATED,
      APPROVAL_REQUIRED,
      SUBJECT_BUSY,
      WRITE_NOT_EFFECTIVE,
      OUTCOME_UNKNOWN),
  /** A read across the fleet. */
  FLEET(INVALID_PARAMETER, INVALID_SELECTOR, NOT_ACCEPTABLE, COVERAGE_INCOMPLETE, ANSWER_TOO_LARGE);

  private final List<ProblemCode> codes;

  ProblemGroup(ProblemCode... codes) {
    this.codes = List.of(codes);
  }

  public List<ProblemCode> codes() {
    return codes;
  }

  /** Everything an operation says of itself, in the order of the catalogue. */
  public static Set<ProblemCode> all(Problems problems) {
    Set<ProblemCode> all = EnumSet.noneOf(ProblemCode.class);
    all.addAll(Arrays.asList(problems.value()));
    Arrays.stream(problems.and()).forEach(group -> all.addAll(group.codes));
    return all;
  }
}
