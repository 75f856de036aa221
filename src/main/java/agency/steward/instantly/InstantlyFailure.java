package agency.steward.instantly;

import java.time.Duration;
import java.util.List;

/** Every way in which a call into a workspace can fail (contract 1, facts.md 5). */
public sealed interface InstantlyFailure {

  /** 401, and a second look says 401 too: the key is dead. */
  record KeyInvalid() implements InstantlyFailure {}

  /**
   * 401 or 403 with {@code Invalid scope}: the key lives, but may not do this.
   *
   * @param required any one of these would do; empty where Instantly does not say
   */
  record ScopeMissing(List<String> required) implements InstantlyFailure {

    /** The least that would do: any one of {@code required} would, the wide ones too. */
    public List<String> narrowest() {
      return required.stream()
          .filter(scope -> !scope.startsWith("all:") && !scope.endsWith(":all"))
          .findFirst()
          .or(() -> required.stream().findFirst())
          .map(List::of)
          .orElse(List.of());
    }
  }

  /** 402, and {@code GET /workspaces/current} says 402 too. */
  record PlanInactive() implements InstantlyFailure {}

  /** 402, but the workspace answers: a gated feature. */
  record FeatureRequired(String message) implements InstantlyFailure {}

  /** 404. */
  record NotFound() implements InstantlyFailure {}

  /** 409. */
  record Conflict(String message) implements InstantlyFailure {}

  /** 400, 422 or another 4xx that says why. */
  record Refused(int status, String message) implements InstantlyFailure {}

  /** The header {@code x-as-workspace} is not honoured, or the key leads to another workspace. */
  record WrongIdentity() implements InstantlyFailure {}

  /** The admin workspace's key lives, but Instantly does not let it act as this workspace. */
  record LinkRefused() implements InstantlyFailure {}

  /** Not JSON where JSON is due, broken, truncated or too large. */
  record Unreadable(int status, String why) implements InstantlyFailure {}

  /** 5xx. */
  record ServerError(int status) implements InstantlyFailure {}

  /** No answer before the deadline or the read time-out, or nobody waits for it any more. */
  record TimedOut() implements InstantlyFailure {}

  /** No connection, or it ended before an answer began. */
  record Unreachable() implements InstantlyFailure {}

  /** 429 beyond the deadline, or no quota of our own before it. */
  record RateLimited(Duration retryAfter) implements InstantlyFailure {}
}
