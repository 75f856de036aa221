package agency.steward.problem;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is wrong with a JSON body. Says where and what is wanted, never what was sent. */
final class JsonFault {
  private JsonFault() {}

  /** A class of ours that Jackson cannot handle, or an answer of ours that cannot be written. */
  static boolean isOurs(JsonProcessingException fault) {
    return fault instanceof InvalidDefinitionException
        || fault instanceof com.fasterxml.jackson.core.JsonGenerationException
        || (fault instanceof JsonMappingException mapping
            && mapping.getProcessor() instanceof com.fasterxml.jackson.core.JsonGenerator);
  }

  static Problem of(JsonProcessingException fault) {
    return switch (fault) {
      case UnrecognizedPropertyException unknown -> unknown(unknown);
      case MismatchedInputException mismatch when isBroken(mismatch) -> malformed(mismatch);
      case JsonMappingException mapping when !mapping.getPath().isEmpty() -> wrong(mapping);
      case MismatchedInputException mismatch -> wrong(mismatch);
      default -> malformed(fault);
    };
  }

  /** Cut off in the middle, or followed by something else. */
  private static boolean isBroken(MismatchedInputException mismatch) {
    return mismatch.getTargetType() == null
        || String.valueOf(mismatch.getOriginalMessage()).contains("end-of-input")
        || String.valueOf(mismatch.getOriginalMessage()).contains("Trailing token");
  }

  private static Problem malformed(JsonProcessingException fault) {
    var at = fault.getLocation();
    String where =
        at == null ? "" : " Line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr());
    String what = "The body is not one well-formed JSON value with unique member names.";
    return Problem.of(ProblemCode.MALFORMED_REQUEST, what + where);
  }

  private static Problem unknown(UnrecognizedPropertyException unknown) {
    String known =
        unknown.getKnownPropertyIds() == null
            ? ""
            : unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", ", " Known here: ", "."));
    String detail = "There is no field '" + unknown.getPropertyName() + "'." + known;
    return Problem.of(ProblemCode.UNKNOWN_FIELD, detail)
        .at(pointer(unknown.getPath()), "This field does not exist here");
  }

  private static Problem wrong(JsonMappingException mismatch) {
    String wanted =
        mismatch instanceof MismatchedInputException input
            ? "This must be " + wanted(input.getTargetType())
            : "This has the wrong type or form";
    String pointer = pointer(mismatch.getPath());
    String where = pointer.isEmpty() ? "The body" : "'" + pointer + "'";
    return Problem.of(ProblemCode.MALFORMED_REQUEST, where + " has the wrong type. " + wanted + ".")
        .at(pointer, wanted);
  }

  private static String wanted(Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(each -> each.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type == String.class || type == Character.class) {
      return "a string";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (java.time.temporal.Temporal.class.isAssignableFrom(type)) {
      return "an ISO 8601 time such as 2026-11-24T12:00:00Z";
    }
    if (type.isArray() || java.util.Collection.class.isAssignableFrom(type)) {
      return "an array";
    }
    return type == java.util.Optional.class ? "of another type" : "an object";
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    JsonPointer pointer = JsonPointer.empty();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() != null) {
        pointer = pointer.appendProperty(step.getFieldName());
      } else if (step.getIndex() >= 0) {
        pointer = pointer.appendIndex(step.getIndex());
      }
    }
    return pointer.toString();
  }
}
