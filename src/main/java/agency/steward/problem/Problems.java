package agency.steward.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems an operation can answer with, for its OpenAPI description. Those that every
 * operation shares (a bad token, a database that is away …) are added by themselves.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Problems {
  ProblemCode[] value() default {};

  /** Those of whole groups. */
  ProblemGroup[] and() default {};
}
