package agency.steward.fleet.answer;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of an answer over many rows (contract 4). */
public enum Format {
  JSON(MediaType.APPLICATION_JSON_TYPE),
  NDJSON(new MediaType("application", "x-ndjson")),
  CSV(new MediaType("text", "csv", "UTF-8"));

  private final MediaType mediaType;

  Format(MediaType mediaType) {
    this.mediaType = mediaType;
  }

  /** The value of {@code Content-Type}. */
  public MediaType contentType() {
    return mediaType;
  }

  /**
   * What the caller wants: {@code ?format=} if it is given, else the best of {@code Accept}. An
   * empty one is as none at all; one that cannot be read accepts nothing.
   */
  public static Format chosen(Optional<String> parameter, HttpHeaders headers) {
    return parameter.map(Format::named).orElseGet(() -> bestOf(accepted(headers)));
  }

  /** Best first. */
  private static List<MediaType> accepted(HttpHeaders headers) {
    String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
    if (accept == null || accept.isBlank()) {
      return List.of();
    }
    try {
      return headers.getAcceptableMediaTypes();
    } catch (IllegalArgumentException unreadable) {
      throw notAcceptable();
    }
  }

  private static Format named(String name) {
    for (Format format : values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
        return format;
      }
    }
    throw Problem.of(
            ProblemCode.INVALID_PARAMETER, "format is json, ndjson or csv; leave it out for json")
        .at("format", "not one of json, ndjson, csv")
        .thrown();
  }

  private static Format bestOf(List<MediaType> accepted) {
    if (accepted.isEmpty()) {
      return JSON;
    }
    List<MediaType> refused = accepted.stream().filter(Format::isRefusal).toList();
    return accepted.stream()
        .filter(type -> !isRefusal(type))
        .flatMap(type -> Arrays.stream(values()).filter(format -> format.fits(type)))
        .filter(format -> refused.stream().noneMatch(format::is))
        .findFirst()
        .orElseThrow(Format::notAcceptable);
  }

  private static ProblemException notAcceptable() {
    return Problem.of(
            ProblemCode.NOT_ACCEPTABLE,
            "Accept application/json, application/x-ndjson or text/csv, or ask with"
                + " ?format=json|ndjson|csv")
        .thrown();
  }

  private boolean fits(MediaType wanted) {
    return mediaType.isCompatible(wanted);
  }

  private boolean is(MediaType type) {
    return mediaType.getType().equalsIgnoreCase(type.getType())
        && mediaType.getSubtype().equalsIgnoreCase(type.getSubtype());
  }

  /** {@code q=0} means: anything but this. */
  private static boolean isRefusal(MediaType type) {
    String weight = type.getParameters().get("q");
    return weight != null && weight.matches("0(\\.0*)?");
  }
}
