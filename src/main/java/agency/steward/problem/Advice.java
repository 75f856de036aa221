package agency.steward.problem;

/**
 * What whoever gets a code does about it, for {@code docs/errors.md} and the API's description. A
 * new code does not compile without.
 */
public final class Advice {
  private static final String LATER = "Send the same again later; Retry-After says when.";

  private Advice() {}

  /** One or two sentences. */
  public static String on(ProblemCode code) {
    return switch (code) {
      case MALFORMED_REQUEST -> "Send one well-formed JSON value of the documented form.";
      case UNKNOWN_FIELD, UNKNOWN_PARAMETER ->
          "Look for a typing error; detail names those that exist.";
      case INVALID_PARAMETER -> "See errors for which parameter or header, and what it may be.";
      case INVALID_SELECTOR -> "Mend the selector at the position in detail.";
      case INVALID_PAGE_TOKEN ->
          "Begin without page_token; keep filters as they are from page to page.";
      case VALIDATION_FAILED -> "See errors for which fields, and what they have to be.";
      case ROLE_NOT_ASSIGNABLE -> "Use one of the roles in detail.";
      case PERMISSIONS_NEED_REINVITE -> "Remove the member and invite them with these permissions.";
      case OWNER_NOT_ELIGIBLE ->
          "Invite the person and wait until they have accepted; then transfer.";
      case AMBIGUOUS_WORKSPACE -> "Name the workspace by its id or its external_id.";
      case AMBIGUOUS_KEY -> "Name the key by its key_id.";
      case SELF_APPROVAL -> "Have somebody else approve it.";
      case PLAN_DIGEST_MISMATCH ->
          "Look at the change set again and send the digest that it has now.";
      case PLAN_STALE ->
          "Compare found with before; POST /v1/change-sets/{id}/retry-failed plans it again.";
      case CHANGE_SET_STATE -> "Look at its state; detail says where this is possible.";
      case NOT_REVERSIBLE -> "Make by hand, or by a new change set, what shall be instead.";
      case MEMBER_HAS_OTHER_ROLE -> "Use the kind role_change, or leave the person out.";
      case MEMBER_NOT_FOUND -> "Check the address; the person may have gone, or use invite.";
      case PLAN_EXPIRED -> "Plan it again: POST /v1/change-sets/{id}/refresh.";
      case CREDENTIAL_REJECTED -> "Make a new key in Instantly's settings and send that.";
      case IDEMPOTENCY_KEY_REUSED -> "Take a new Idempotency-Key for a new request.";
      case BODY_TOO_LARGE -> "Send less at once: 1 MiB, bulk JSON and CSV 16 MiB.";
      case UNSUPPORTED_MEDIA_TYPE ->
          "Set Content-Type to a documented one: application/json, or text/csv where rows are taken."
              + " Send bodies uncompressed.";
      case NOT_ACCEPTABLE -> "Ask for application/json in Accept, or leave it out.";
      case METHOD_NOT_ALLOWED -> "Use a method that Allow names.";
      case PRECONDITION_FAILED ->
          "Read the resource again, decide again, send its new ETag in If-Match.";
      case UNAUTHENTICATED -> "Get a new token of the configured issuer for this audience.";
      case FORBIDDEN -> "Ask an agency-admin for the role or grant that detail names.";
      case PRIVILEGE_CEILING -> "Have somebody do it who holds these rights themselves.";
      case NOT_FOUND -> "Check the path and the id.";
      case WORKSPACE_NOT_FOUND -> "Check the id; a workspace outside your grants looks the same.";
      case NOT_FOUND_IN_WORKSPACE ->
          "List the workspace's objects: this one is gone or was never there.";
      case WORKSPACE_SUSPENDED -> "Resume the workspace first: POST /v1/workspaces/{id}/resume.";
      case WORKSPACE_CREDENTIAL_INVALID ->
          "Store a key that works: PUT /v1/workspaces/{id}/credential. It is also looked at again by itself.";
      case WORKSPACE_CREDENTIAL_MISSING ->
          "Store its key again: PUT /v1/workspaces/{id}/credential.";
      case WORKSPACE_PLAN_INACTIVE ->
          "The client renews the plan on Instantly; Steward notices by itself, or at once by verify.";
      case CREDENTIAL_SCOPE_MISSING ->
          "Exchange the key for one with the scopes in required: PUT /v1/workspaces/{id}/credential.";
      case PLAN_FEATURE_REQUIRED -> "The client needs another plan on Instantly for this.";
      case WORKSPACE_ALREADY_REGISTERED ->
          "Use the workspace that is there; workspace_id names it.";
      case WORKSPACE_IDENTITY_MISMATCH ->
          "Use a key of the very workspace; this one belongs to another.";
      case GROUP_LINK_NOT_ACCEPTED ->
          "Have the invitation to the group accepted in Instantly first.";
      case LINK_IN_USE_BY_STEWARD ->
          "Give the workspaces reached through it keys of their own, or forget them, first.";
      case KEY_IN_USE_BY_STEWARD ->
          "Give Steward another key first: PUT /v1/workspaces/{id}/credential.";
      case KEY_IN_USE_UNPROVEN ->
          "Give Steward a key whose id is known, or have an agency-admin send ?unproven=allow.";
      case KEY_STILL_LIVE ->
          "Revoke the key in Instantly, or say leave_key=true and revoke it later.";
      case WORKSPACE_HAS_DELEGATES ->
          "Forget, or give keys of their own to, the workspaces in detail first.";
      case PROFILE_BUILT_IN -> "Put one of another name; it may begin as a copy.";
      case PROFILE_IN_USE -> "Take those grants back first, or put the profile without rights.";
      case ALREADY_EXISTS -> "Use the one that is there.";
      case SUBJECT_BUSY, IDEMPOTENCY_IN_PROGRESS -> LATER;
      case LAST_ADMIN -> "Make somebody else an admin first.";
      case GUARD_VIOLATED ->
          "See which guard in violations; some can be lifted by a second person.";
      case APPROVAL_REQUIRED -> "Ask somebody else to approve: POST /v1/change-sets/{id}/approve.";
      case REFUSED_BY_INSTANTLY -> "Read Instantly's reason in detail and change the request.";
      case UPSTREAM_INVALID, UPSTREAM_ERROR, UPSTREAM_TIMEOUT, UPSTREAM_UNREACHABLE ->
          "Send the same again later, rows of a change set by POST /v1/change-sets/{id}/retry-failed; if it"
              + " stays, see status.instantly.ai.";
      case UPSTREAM_RATE_LIMITED -> LATER;
      case RATE_LIMITED -> LATER + " Send less at a time; your other requests are not affected.";
      case OVERLOADED -> LATER + " Operators: see docs/overload.md.";
      case WRITE_NOT_EFFECTIVE ->
          "Look at the object in Instantly; somebody or something undoes the change.";
      case ENDED_HALFWAY ->
          "See in detail what is missing; POST /v1/change-sets/{id}/retry-failed plans the rest.";
      case OUTCOME_UNKNOWN ->
          "Do not send it anew: look at change_set_id, or repeat it with the same Idempotency-Key.";
      case ANSWER_TOO_LARGE ->
          "Ask for a shorter span or fewer workspaces; NDJSON and CSV have no order, and no bound without"
              + " require_complete.";
      case COVERAGE_INCOMPLETE ->
          "See failures for the workspaces; ask again, or without require_complete.";
      case DATABASE_UNAVAILABLE, CUSTODY_UNAVAILABLE ->
          LATER + " Operators: see ready and the log.";
      case INTERNAL_ERROR -> "Tell the operators the request_id; the log has the rest under it.";
    };
  }
}
