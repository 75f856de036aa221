package agency.steward.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;

/**
 * The right that an operation asks {@link Access} for before anything else; if several are named,
 * all of them. Who may do what follows from this (operation × right) and from {@link Right} (right
 * × role or profile): {@code docs/access.md} and the API's description are written from both, and a
 * test checks every operation as every role and profile.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
  /** None: whoever is known may. */
  Right[] value() default {};

  /** Where one has to hold it. */
  Where where() default Where.WORKSPACE;

  /** Whose right counts: a grant's profile has its rights in workspaces only. */
  enum Where {
    /** In the workspace of the path; who may not even see it is told that it is not there. */
    WORKSPACE,
    /** The answer has what belongs to workspaces in which one holds it, nothing else. */
    EACH_WORKSPACE,
    /** Everywhere: only a fleet role is enough. */
    AGENCY;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
