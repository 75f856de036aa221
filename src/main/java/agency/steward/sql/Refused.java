package agency.steward.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A constraint of the tables forbids it; the transaction is lost. */
public final class Refused extends IllegalStateException {
  private static final long serialVersionUID = 1;
  private static final String VIOLATIONS = "23";

  private final @Nullable String constraint;

  private Refused(SQLException violation) {
    super(violation);
    this.constraint = constraint(violation).orElse(null);
  }

  static boolean is(SQLException failure) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith(VIOLATIONS);
  }

  static Refused by(SQLException violation) {
    return new Refused(violation);
  }

  /** Its name, where it has one. */
  public Optional<String> constraint() {
    return Optional.ofNullable(constraint);
  }

  /** Of many rows that are written at once, the one that is refused is the cause. */
  private static Optional<String> constraint(SQLException violation) {
    return violation instanceof PSQLException said
        ? Optional.ofNullable(said.getServerErrorMessage()).map(ServerErrorMessage::getConstraint)
        : Optional.ofNullable(violation.getNextException()).flatMap(Refused::constraint);
  }
}
