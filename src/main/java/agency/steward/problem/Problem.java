package agency.steward.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What went wrong, as a value: it can be thrown ({@link #thrown()}), put into a coverage failure or
 * stored with a change. It never holds Instantly's raw body, a key or a stack trace.
 *
 * @param code the catalogue entry
 * @param status the HTTP status, the code's own unless replaced by {@link #status(int)}
 * @param detail what happened here and what to do about it, for a person
 * @param errors the fields at fault, as JSON pointers into the body or names of parameters
 * @param retryAfter how long to wait before trying again, where that is known
 * @param members further members of the RFC 9457 body, such as {@code workspace_id} or {@code
 *     required}
 */
public record Problem(
    ProblemCode code,
    int status,
    String detail,
    List<FieldError> errors,
    Optional<Duration> retryAfter,
    Map<String, Object> members) {

  /**
   * A field at fault.
   *
   * @param pointer JSON pointer into the body ({@code /email}), or the name of a parameter
   * @param detail what is wrong with it
   */
  public record FieldError(String pointer, String detail) {}

  public Problem {
    errors = List.copyOf(errors);
    members = Map.copyOf(members);
  }

  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, code.status(), detail, List.of(), Optional.empty(), Map.of());
  }

  /** A 422 that names the field at fault. */
  public static Problem invalid(String pointer, String detail) {
    return of(ProblemCode.VALIDATION_FAILED, detail).at(pointer, detail);
  }

  public Problem status(int other) {
    return new Problem(code, other, detail, errors, retryAfter, members);
  }

  public Problem at(String pointer, String fault) {
    var more = new ArrayList<>(errors);
    more.add(new FieldError(pointer, fault));
    return new Problem(code, status, detail, more, retryAfter, members);
  }

  public Problem after(Duration wait) {
    return new Problem(code, status, detail, errors, Optional.of(wait), members);
  }

  public Problem with(String member, Object value) {
    var more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(code, status, detail, errors, retryAfter, more);
  }

  public ProblemException thrown() {
    return new ProblemException(this);
  }

  public ProblemException thrown(Throwable cause) {
    return new ProblemException(this, cause);
  }
}
