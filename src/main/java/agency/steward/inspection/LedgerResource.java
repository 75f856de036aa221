package agency.steward.inspection;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.fleet.answer.Format;
import agency.steward.ledger.LedgerFilter;
import agency.steward.ledger.LedgerReader;
import agency.steward.ledger.LedgerVerifier;
import agency.steward.ledger.RecordedEntry;
import agency.steward.load.ByTurns;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.Problems;
import agency.steward.web.Page;
import agency.steward.web.PageParameters;
import agency.steward.web.PageRequest;
import agency.steward.web.PageTokens;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Steward's own record of who changed what. */
@Path("/v1/ledger")
@Tag(name = "Ledger", description = "Steward's own record of who changed what, as a hash chain")
@RunOnVirtualThread
public class LedgerResource {
  private static final String ENTRY =
      """
      {"action":"grant.create","actor":{"principal":"sub:ann","roles":["agency-admin"]},\
      "at":"2026-11-24T12:00:00.000001Z","facts":{"grant_id":\
      "0199c2f0-3333-7a61-9d0e-3f3f2b1f0a01","principal":"group:client-success",\
      "profile":"manager","selector":"client=acme"},\
      "request_id":"0199c2f0-4444-7a61-9d0e-3f3f2b1f0a01","seq":17,\
      "hash":"sha256:a38e885d96ee02a03fe34866e58ee51ae10fe59e014e14d7c742cf90caf61f41"}\
      """;
  private static final String CSV =
      """
      seq,at,principal,on_behalf_of,roles,action,workspace_id,change_set_id,reason,request_id,facts,hash
      17,2026-11-24T12:00:00.000001Z,sub:ann,,agency-admin,grant.create,,,,0199c2f0-…,"{""profile"":…}",sha256:a38e885d…
      """;

  private final Access access;
  private final Sight sight;
  private final LedgerReader ledger;
  private final LedgerVerifier verifier;
  private final PageTokens pages;

  LedgerResource(
      Access access, Sight sight, LedgerReader ledger, LedgerVerifier verifier, PageTokens pages) {
    this.access = access;
    this.sight = sight;
    this.ledger = ledger;
    this.verifier = verifier;
    this.pages = pages;
  }

  @GET
  @ByTurns
  @Needs(value = Right.LEDGER_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listLedgerEntries",
      summary = "Who changed what",
      description =
          "Entries in the order in which they were committed, oldest first. agency-admin and"
              + " agency-auditor see all of them; whoever holds a profile that may view audit logs"
              + " sees those of the workspaces of that grant. JSON is paged; NDJSON and CSV hold"
              + " all entries up to this moment. It is Steward's own record: Instantly's audit log"
              + " does not know who changed members, roles, tags or groups.")
  @APIResponse(
      responseCode = "200",
      description = "Entries",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LedgerPage.class),
            example = "{\"items\":[" + ENTRY + "]}"),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example = ENTRY + "\n"),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = CSV)
      })
  @Problems({
    ProblemCode.FORBIDDEN,
    ProblemCode.INVALID_PARAMETER,
    ProblemCode.INVALID_PAGE_TOKEN,
    ProblemCode.NOT_ACCEPTABLE
  })
  public Response list(
      @BeanParam PageParameters page,
      @BeanParam LedgerParameters wanted,
      @Context HttpHeaders headers) {
    LedgerFilter filter = wanted.filter(sight.ofTheCaller());
    Format format = Format.chosen(wanted.format, headers);
    Object entity =
        switch (format) {
          case JSON -> page(pages.asked(page), filter);
          case NDJSON -> new LedgerExport(ledger, filter, EntryFormat.NDJSON);
          case CSV -> new LedgerExport(ledger, filter, EntryFormat.CSV);
        };
    return Response.ok(entity, format.contentType())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  private Page<ObjectNode> page(PageRequest asked, LedgerFilter filter) {
    long after = asked.after().map(Long::valueOf).orElse(0L);
    List<RecordedEntry> found = ledger.between(filter, after, Long.MAX_VALUE, asked.size() + 1);
    return pages.page(asked, found, entry -> String.valueOf(entry.seq())).map(EntryJson::of);
  }

  @GET
  @ByTurns
  @Path("verify")
  @Needs(value = Right.LEDGER_READ, where = Needs.Where.AGENCY)
  @Operation(
      operationId = "verifyLedger",
      summary = "Verify the hash chain",
      description =
          "Looks through every entry and answers with the first that was changed, taken out, put in"
              + " or moved. Keep head somewhere else: compared with it later, a tail that was cut"
              + " off shows as well. For agency-admin and agency-auditor.")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VerificationView.class),
              example =
                  """
                  {"ok":true,"entries":17,\
                  "head":"sha256:a38e885d96ee02a03fe34866e58ee51ae10fe59e014e14d7c742cf90caf61f41"}\
                  """))
  @Problems(ProblemCode.FORBIDDEN)
  public VerificationView verify() {
    access.require(Right.LEDGER_READ);
    return VerificationView.of(verifier.verify());
  }
}
