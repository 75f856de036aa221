package agency.steward.problem;

/**
 * The catalogue: every {@code code} a problem can carry, with its HTTP status, its title and
 * whether the same request may succeed later without anybody changing anything.
 *
 * <p>{@code docs/errors.md} is generated from this enum; a test fails when they differ.
 */
public enum ProblemCode {
  // What the caller sent (400: cannot be parsed; 422: well-formed but not acceptable)
  MALFORMED_REQUEST(400, "The request cannot be read"),
  UNKNOWN_FIELD(400, "The body has a field that does not exist here"),
  UNKNOWN_PARAMETER(400, "The query has a parameter that does not exist here"),
  INVALID_PARAMETER(400, "A parameter has the wrong type or is out of range"),
  INVALID_SELECTOR(400, "The selector cannot be parsed"),
  INVALID_PAGE_TOKEN(400, "The page token is not one of this list"),
  VALIDATION_FAILED(422, "The request is well-formed but not acceptable"),
  ROLE_NOT_ASSIGNABLE(422, "This role cannot be assigned"),
  PERMISSIONS_NEED_REINVITE(422, "Permissions can only be set by a new invitation"),
  OWNER_NOT_ELIGIBLE(422, "This person cannot become the owner"),
  AMBIGUOUS_WORKSPACE(422, "More than one workspace is called this"),
  AMBIGUOUS_KEY(422, "More than one key has this name"),
  CREDENTIAL_REJECTED(422, "Instantly refuses this key"),
  IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used with another body"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "This media type is not understood here"),
  NOT_ACCEPTABLE(406, "None of the accepted media types can be produced"),
  METHOD_NOT_ALLOWED(405, "This method does not exist here"),
  PRECONDITION_FAILED(412, "The resource has changed since it was read"),

  // Who is calling
  UNAUTHENTICATED(401, "A valid bearer token is needed"),
  FORBIDDEN(403, "Your role does not allow this"),
  PRIVILEGE_CEILING(403, "Nobody hands out more than they hold"),
  SELF_APPROVAL(403, "Nobody approves what they asked for"),

  // What is not there
  NOT_FOUND(404, "There is nothing here"),
  WORKSPACE_NOT_FOUND(404, "No such workspace"),
  NOT_FOUND_IN_WORKSPACE(404, "No such object in this workspace"),
  MEMBER_NOT_FOUND(404, "This person is no member of the workspace"),

  // The state of a workspace
  WORKSPACE_SUSPENDED(409, "The workspace is suspended"),
  WORKSPACE_CREDENTIAL_INVALID(409, "Instantly refuses the workspace's key"),
  WORKSPACE_CREDENTIAL_MISSING(409, "The workspace's key is no longer in custody"),
  WORKSPACE_PLAN_INACTIVE(409, "The workspace has no active paid plan on Instantly"),
  CREDENTIAL_SCOPE_MISSING(409, "The workspace's key lacks a scope"),
  PLAN_FEATURE_REQUIRED(409, "The workspace's plan does not include this"),
  WORKSPACE_ALREADY_REGISTERED(409, "This Instantly workspace is registered already"),
  WORKSPACE_IDENTITY_MISMATCH(409, "The credential leads to another Instantly workspace"),
  GROUP_LINK_NOT_ACCEPTED(409, "The group link is not accepted"),
  LINK_IN_USE_BY_STEWARD(409, "Steward reaches a workspace through this link"),
  KEY_IN_USE_BY_STEWARD(409, "Steward reaches the workspace with this key"),
  KEY_IN_USE_UNPROVEN(409, "It cannot be told whether Steward uses this key"),
  KEY_STILL_LIVE(409, "The key still works on Instantly"),
  WORKSPACE_HAS_DELEGATES(409, "Other workspaces are reached through this one"),

  // Conflicts
  ALREADY_EXISTS(409, "This exists already"),
  PROFILE_BUILT_IN(409, "This profile is built in"),
  PROFILE_IN_USE(409, "Grants give this profile"),
  SUBJECT_BUSY(409, "Another change of the same subject is under way", true),
  IDEMPOTENCY_IN_PROGRESS(
      409, "The first request with this Idempotency-Key is still running", true),
  LAST_ADMIN(409, "The workspace would be left without an admin"),
  GUARD_VIOLATED(409, "A guard refuses this change"),
  APPROVAL_REQUIRED(409, "A second person has to approve this"),
  PLAN_DIGEST_MISMATCH(409, "The plan is not the one that was looked at"),
  PLAN_STALE(409, "The subject is no longer what the plan was made from"),
  CHANGE_SET_STATE(409, "The change set does not stand where this is possible"),
  NOT_REVERSIBLE(409, "There is no way back from this"),
  MEMBER_HAS_OTHER_ROLE(409, "This person is a member in another role"),
  PLAN_EXPIRED(410, "The plan is too old"),

  // Instantly
  REFUSED_BY_INSTANTLY(422, "Instantly refuses this request"),
  UPSTREAM_INVALID(502, "Instantly's answer cannot be understood", true),
  UPSTREAM_ERROR(502, "Instantly failed", true),
  UPSTREAM_TIMEOUT(504, "Instantly did not answer in time", true),
  UPSTREAM_UNREACHABLE(503, "Instantly cannot be reached", true),
  UPSTREAM_RATE_LIMITED(503, "Instantly's rate limit is exhausted", true),
  WRITE_NOT_EFFECTIVE(502, "Instantly said yes, but it is not so"),
  ENDED_HALFWAY(502, "Only the first half of the change came about"),
  OUTCOME_UNKNOWN(504, "It cannot be known yet whether the change happened"),
  ANSWER_TOO_LARGE(422, "The answer is too large to be held whole"),
  COVERAGE_INCOMPLETE(503, "Not every workspace answered", true),

  // Steward itself
  RATE_LIMITED(429, "You have too much under way", true),
  OVERLOADED(503, "Steward has too much under way", true),
  DATABASE_UNAVAILABLE(503, "The database cannot be reached", true),
  CUSTODY_UNAVAILABLE(503, "The credential store cannot be reached", true),
  INTERNAL_ERROR(500, "Steward failed");

  private final int status;
  private final String title;
  private final boolean retryable;

  ProblemCode(int status, String title) {
    this(status, title, false);
  }

  ProblemCode(int status, String title, boolean retryable) {
    this.status = status;
    this.title = title;
    this.retryable = retryable;
  }

  /** The HTTP status this code is answered with unless the problem says otherwise. */
  public int status() {
    return status;
  }

  /** One sentence, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** Whether the same request may succeed later without anybody changing anything. */
  public boolean retryable() {
    return retryable;
  }
}
