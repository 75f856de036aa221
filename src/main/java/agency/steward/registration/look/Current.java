package agency.steward.registration.look;

import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.InstantlyWorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The workspace in which a call runs: {@code GET /workspaces/current} (facts.md 1.1). */
record Current(InstantlyWorkspaceId id, String name) {
  private static final int LONGEST_NAME = 255;

  static Current in(InstantlyWorkspace instantly) {
    ObjectNode found = instantly.get("/workspaces/current");
    String id = found.path("id").asText("");
    if (id.isBlank() || id.indexOf('\0') >= 0) {
      throw Problem.of(
              ProblemCode.UPSTREAM_INVALID, "Instantly describes the workspace without its id.")
          .thrown();
    }
    return new Current(new InstantlyWorkspaceId(id), tame(found.path("name").asText(""), id));
  }

  /** As it can be kept and shown: on one line, of bearable length, never empty. */
  private static String tame(String name, String otherwise) {
    String line = name.replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
    String kept = line.codePointCount(0, line.length()) > LONGEST_NAME ? cut(line) : line;
    return kept.isEmpty() ? otherwise : kept;
  }

  private static String cut(String line) {
    return line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)).strip();
  }
}
