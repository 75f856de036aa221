package agency.steward.changeset.show;

import static agency.steward.problem.ProblemCode.INVALID_PAGE_TOKEN;
import static agency.steward.problem.ProblemCode.INVALID_PARAMETER;
import static agency.steward.problem.ProblemCode.NOT_ACCEPTABLE;
import static agency.steward.problem.ProblemCode.NOT_FOUND;

import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.fleet.answer.Format;
import agency.steward.load.ByTurns;
import agency.steward.problem.Problems;
import agency.steward.web.Page;
import agency.steward.web.PageParameters;
import agency.steward.web.PageRequest;
import agency.steward.web.PageTokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Change sets, to look at. */
@Path("/v1/change-sets")
@Tag(
    name = "Change sets",
    description = "Changes of many workspaces: planned, approved, applied, undone")
@RunOnVirtualThread
public class ChangeSetsResource {
  private static final String SET =
      """
      {"id":"0199c2f0-3333-7a61-9d0e-3f3f2b1f0a01","kind":"role_change","state":"succeeded",\
      "digest":"sha256:0f3b…","created_by":"sub:ann@agency.example",\
      "created_at":"2026-11-24T12:00:00Z","approvals":[],"required_approvals":0,\
      "expires_at":"2026-11-25T12:00:00Z",\
      "counts":{"total":1,"by_action":{"role_change":1},"by_result":{"applied":1}},\
      "guard":{"verdict":"clear","violations":[]},\
      "coverage":{"total":1,"ok":1,"failed":0,"skipped":0},\
      "estimate":{"upstream_calls":0,"seconds":0},"planned_at":"2026-11-24T12:00:00Z",\
      "started_at":"2026-11-24T12:00:00Z","finished_at":"2026-11-24T12:00:01Z"}\
      """;
  private static final String ROW =
      """
      {"seq":1,"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "subject":"bob@agency.example","action":"role_change",\
      "before":{"id":"0199c2f0-2222-7a61-9d0e-3f3f2b1f0a02","email":"bob@agency.example",\
      "role":"view","accepted":true},\
      "after":{"id":"0199c2f0-2222-7a61-9d0e-3f3f2b1f0a02","email":"bob@agency.example",\
      "role":"editor","accepted":true},"reversibility":"lossless","effect":"grants",\
      "guard":{"verdict":"clear","violations":[]},"result":"applied","verified":true,\
      "attempts":1,"applied_at":"2026-11-24T12:00:01Z"}\
      """;

  private static final String CSV =
      """
      seq,workspace,email,role,workspace_name,subject,action,reversibility,effect,result,problem,…
      1,0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01,bob@agency.example,editor,Acme,bob@agency.example,role_change,…
      """;

  private final ChangeSets sets;
  private final PageTokens pages;
  private final ObjectMapper json;

  ChangeSetsResource(ChangeSets sets, PageTokens pages, ObjectMapper json) {
    this.sets = sets;
    this.pages = pages;
    this.json = json;
  }

  @GET
  @ByTurns
  @Needs(value = Right.CHANGE_SET_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listChangeSets",
      summary = "Change sets, newest first",
      description =
          "Every write is one, also that of a single member. You see those of which you may see"
              + " every workspace.")
  @APIResponse(
      responseCode = "200",
      description = "One page of change sets",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ChangeSetPage.class),
              example = "{\"items\":[" + SET + "]}"))
  @Problems({INVALID_PARAMETER, INVALID_PAGE_TOKEN})
  public Page<ChangeSetView> list(
      @BeanParam ChangeSetParameters filter, @BeanParam PageParameters page) {
    PageRequest asked = pages.asked(page);
    Optional<ChangeSetId> after = asked.after().flatMap(ChangeSetId::parse);
    return pages.page(
        asked,
        sets.page(filter.asked(), after, asked.size() + 1),
        (ChangeSetView view) -> view.id());
  }

  @GET
  @Path("{id}")
  @Needs(value = Right.CHANGE_SET_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "getChangeSet",
      summary = "One change set",
      description =
          "Its id stands in the header Steward-Change-Set of every write. It stays running while a"
              + " row's outcome is unknown, for 15 minutes at most.")
  @APIResponse(
      responseCode = "200",
      description = "The change set; its ETag can be sent as If-Match with what is decided of it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ChangeSetView.class),
              example = SET))
  @Problems({NOT_FOUND, INVALID_PARAMETER})
  public Response one(
      @PathParam("id") String id,
      @Parameter(
              description =
                  "Answer only when it stands elsewhere, or after this ISO 8601 duration, PT60S at"
                      + " most",
              example = "PT30S")
          @QueryParam("wait")
          Optional<String> wait) {
    ChangeSet set = sets.visible(id);
    return sets.view(wait.map(Waiting::read).map(time -> sets.awaited(set, time)).orElse(set))
        .in(Response.ok());
  }

  @GET
  @ByTurns
  @Path("{id}/changes")
  @Needs(value = Right.CHANGE_SET_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listChanges",
      summary = "The rows of a change set",
      description =
          "What was to be done to each subject, and what became of it. The CSV can be sent in again:"
              + " the columns after those of the kind are ignored then.")
  @APIResponse(
      responseCode = "200",
      description = "Rows in their order: JSON in pages, NDJSON and CSV all of them",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ChangePage.class),
            example = "{\"items\":[" + ROW + "]}"),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example = ROW + "\n"),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = CSV)
      })
  @Problems({NOT_FOUND, INVALID_PARAMETER, INVALID_PAGE_TOKEN, NOT_ACCEPTABLE})
  public Response changes(
      @PathParam("id") String id,
      @BeanParam RowParameters wanted,
      @BeanParam PageParameters page,
      @Context HttpHeaders headers) {
    ChangeSet set = sets.visible(id);
    Format format = Format.chosen(wanted.format, headers);
    Object entity =
        switch (format) {
          case JSON -> page(set, wanted, pages.asked(page));
          case NDJSON -> sets.export(set, wanted, new ChangeLines.Ndjson(json));
          case CSV -> sets.export(set, wanted, sets.csv(set));
        };
    return Response.ok(entity, format.contentType())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  private Page<ChangeView> page(ChangeSet set, RowParameters wanted, PageRequest asked) {
    var rows = sets.changes(set, wanted.wanted(), wanted.workspace(), asked);
    return pages.page(asked, rows, row -> Integer.toString(row.seq())).map(ChangeView::of);
  }
}
