package agency.steward.problem;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** What bean validation refuses in a body. A violated promise of our own is no caller's fault. */
final class ViolationFault {
  private static final Set<ElementKind> OURS =
      Set.of(ElementKind.RETURN_VALUE, ElementKind.CONSTRUCTOR);

  private ViolationFault() {}

  static Optional<Problem> of(ConstraintViolationException violated) {
    if (violated.getConstraintViolations().stream().anyMatch(ViolationFault::isOurs)) {
      return Optional.empty();
    }
    Problem problem =
        Problem.of(ProblemCode.VALIDATION_FAILED, "See errors for what has to be different.");
    var faults =
        violated.getConstraintViolations().stream()
            .map(each -> new Problem.FieldError(pointer(each), each.getMessage()))
            .sorted(Comparator.comparing(Problem.FieldError::pointer))
            .toList();
    for (Problem.FieldError fault : faults) {
      problem = problem.at(fault.pointer(), fault.detail());
    }
    return Optional.of(problem);
  }

  private static boolean isOurs(ConstraintViolation<?> violation) {
    for (Path.Node node : violation.getPropertyPath()) {
      if (OURS.contains(node.getKind())) {
        return true;
      }
    }
    return false;
  }

  private static String pointer(ConstraintViolation<?> violation) {
    JsonPointer pointer = JsonPointer.empty();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getIndex() != null) {
        pointer = pointer.appendIndex(node.getIndex());
      } else if (node.getKey() != null) {
        pointer = pointer.appendProperty(node.getKey().toString());
      }
      if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
        pointer = pointer.appendProperty(snake(node.getName()));
      }
    }
    return pointer.toString();
  }

  private static String snake(String property) {
    return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(property);
  }
}
