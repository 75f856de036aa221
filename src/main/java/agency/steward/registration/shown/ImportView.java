package agency.steward.registration.shown;

import agency.steward.registration.intake.ImportReport;
import agency.steward.workspace.Workspace;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of every sub-workspace of a group. */
@Schema(name = "GroupImportReport")
public record ImportView(
    @Schema(required = true) List<Member> registered,
    @Schema(required = true, description = "Registered before, whatever their credential")
        List<Member> existing,
    @Schema(required = true) List<Skipped> skipped) {

  /** One that is registered. */
  @Schema(name = "ImportedWorkspace")
  public record Member(
      @Schema(required = true) String workspaceId,
      @Schema(required = true) String instantlyWorkspaceId,
      @Schema(required = true) String name) {

    static Member of(Workspace workspace) {
      return new Member(
          workspace.id().toString(), workspace.instantlyId().value(), workspace.name());
    }
  }

  /** One that is not. */
  @Schema(name = "SkippedSubWorkspace")
  public record Skipped(
      @Schema(required = true) String instantlyWorkspaceId,
      @Schema(required = true, description = "Code of the problem, such as GROUP_LINK_NOT_ACCEPTED")
          String reason) {}

  public static ImportView of(ImportReport report) {
    return new ImportView(
        report.registered().stream().map(Member::of).toList(),
        report.existing().stream().map(Member::of).toList(),
        report.skipped().stream()
            .map(skipped -> new Skipped(skipped.id().value(), skipped.reason().name()))
            .toList());
  }
}
