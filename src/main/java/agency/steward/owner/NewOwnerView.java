package agency.steward.owner;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How things stand after a transfer, as the API describes it. */
@Schema(description = "Who owns the workspace now, and what became of who did")
record NewOwnerView(
    @Schema(description = "Steward's id of the workspace", required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(description = "Instantly's id of the user", required = true) String userId,
    String memberId,
    String email,
    @Schema(description = "first and last, where Instantly knows them") Map<String, String> name,
    @Schema(
            description =
                "How many accepted members of role admin there are now; the owner is not counted")
        int acceptedAdmins,
    @Schema(description = "Absent where the person owned the workspace already")
        PreviousOwner previousOwner) {

  /** Who owned it before, as a look after the transfer has shown them. */
  @Schema(description = "Who owned it before, as read back")
  record PreviousOwner(
      @Schema(required = true) String userId,
      String memberId,
      String email,
      Map<String, String> name,
      @Schema(description = "What they are now") String role,
      @Schema(description = "Whether they are no member any more", required = true)
          boolean absent) {}
}
