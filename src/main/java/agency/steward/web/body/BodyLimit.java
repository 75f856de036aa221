package agency.steward.web.body;

import java.lang.reflect.Method;

/** How many bytes a body may have (contract 1). */
public final class BodyLimit {
  static final int USUAL = 1 << 20;
  static final int LARGE = 16 << 20;

  private BodyLimit() {}

  /** Of this operation: more where it is a {@link LargeBody}. */
  public static int of(Method operation) {
    return operation.isAnnotationPresent(LargeBody.class) ? LARGE : USUAL;
  }
}
