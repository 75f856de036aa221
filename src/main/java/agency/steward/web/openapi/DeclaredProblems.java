package agency.steward.web.openapi;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemGroup;
import agency.steward.problem.Problems;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** The codes of {@link Problems} by the id of the operation that carries them. */
record DeclaredProblems(Map<String, List<ProblemCode>> byOperation) {

  static DeclaredProblems in(IndexView classes) {
    var found = new HashMap<String, List<ProblemCode>>();
    for (AnnotationInstance problems : classes.getAnnotations(Problems.class)) {
      if (problems.target().kind() == AnnotationTarget.Kind.METHOD) {
        found.put(operationId(problems.target().asMethod()), codes(problems));
      }
    }
    return new DeclaredProblems(Map.copyOf(found));
  }

  List<ProblemCode> of(String operationId) {
    return byOperation.getOrDefault(operationId, List.of());
  }

  private static String operationId(MethodInfo method) {
    AnnotationInstance operation = method.annotation(Operation.class);
    return operation == null || operation.value("operationId") == null
        ? method.name()
        : operation.value("operationId").asString();
  }

  private static List<ProblemCode> codes(AnnotationInstance problems) {
    Stream<ProblemCode> own = names(problems, "value").map(ProblemCode::valueOf);
    Stream<ProblemCode> shared =
        names(problems, "and").map(ProblemGroup::valueOf).flatMap(group -> group.codes().stream());
    return Stream.concat(own, shared).toList();
  }

  private static Stream<String> names(AnnotationInstance problems, String member) {
    AnnotationValue names = problems.value(member);
    return names == null ? Stream.empty() : Arrays.stream(names.asEnumArray());
  }
}
